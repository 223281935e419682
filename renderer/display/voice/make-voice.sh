#!/usr/bin/env bash
# Makes the recorded words for displays whose browser has no voice of its own: one MP3 per language, and where each word
# is in it. Needs espeak-ng, sox and lame (Debian). Run it again only to change the words or the voice.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

make_voice() { # language voice "word for number" "word for counter"
  local language=$1 voice=$2 at=0 clips=()
  local -A words=([number]=$3 [counter]=$4)
  for sign in {A..Z} {0..9}; do words[$sign]=$sign; done
  echo "  $language: {"
  for key in number counter {A..Z} {0..9}; do
    # A letter on its own is read as a letter with a full stop behind it.
    espeak-ng -v "$voice" -s 135 -g 0 -w "$work/raw.wav" "${words[$key]}."
    sox -q "$work/raw.wav" -r 22050 -c 1 "$work/$language-$key.wav" \
      silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse norm -3 pad 0.06 0.1
    local length
    length=$(soxi -D "$work/$language-$key.wav")
    printf '    %s: [%.3f, %.3f],\n' "$key" "$at" "$length"
    at=$(echo "$at + $length" | bc -l)
    clips+=("$work/$language-$key.wav")
  done
  echo "  },"
  sox -q "${clips[@]}" "$work/$language.wav"
  lame --quiet -m m -b 40 --resample 22.05 "$work/$language.wav" "$language.mp3"
}

{
  echo "// Made by make-voice.sh: for each word its start and length in the recording, in seconds."
  echo "export const CLIPS = {"
  make_voice nl nl+f2 nummer balie
  make_voice en en-gb+f2 number counter
  echo "} as const;"
} > clips.ts
