/**
 * Two fixed-width bitmap fonts, "misc-fixed" 8x13 and 10x20 of X11 (font-misc-misc): "Public domain font. Share and
 * enjoy." Bits of each glyph row by row, most significant first, without padding between glyphs; deflated (RFC 1951), base64.
 */

/** The characters, first and last of each range, in the order of the glyphs. */
export const RANGES: readonly (readonly [number, number])[] = [
  [0x0020, 0x007e],
  [0x00a1, 0x017f],
  [0x0218, 0x021b],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x20ac, 0x20ac],
];

export const FIXED_8X13: readonly string[] = [
  'fVgxa+RGFB4UEURYjmFxMQTjCDPFkkqEFIsRhxDCiMWYZTEpggtjwlUmuHDhQggjjhThikVViuOKK7fMLzAp7lekSpHqCMHVVb689+bN',
  'zJMvyfgW+9M37+nNvDffvD2lJkO7oTQCa62grO3hxz3R5Xq93Nu7pWmHG5tl2n7duHlF2xar5oi9RfsUJmmdZSmCHP8CnJNn0xsrY+ik',
  'HYxlUfFfnXoS7xJnJkma6by6u8NHxtY4rCG+WNOCyK6s6yQ1edUj6MFmP0nqkmKb7dmm6VOKra+q80vP7OeIagfQBoPO2VtNHwbHRxDG',
  'UoTlYuPfbgkUp87ShMPv6R+OCh/jIkKgWaYyBqeb71ZVGRbXwwfBbVM39HHTKhwuHHiKwzGwnuoWPr0EVbA5hcgR1OyZXHdcCLRvX6U0',
  'Glpc3bTri3Xb0LSKB7kehne7cRyGwXm73KyO2VtZu0GxdfBHFyPAsVmViWe8a4yt9Fl41L4wOdDgbRiaplksFtqBYRjHcdcws9CLxoVD',
  'wDvoXbm4qMvcDfJ2d0d5SCg/t5kbtIngSX06HoHInjwrk+e8o5Urnctzz9Q+P0mSHB3XPI2Ynpn9wzzvMB5mjppmWZXIsTe3o3BAi5Af',
  'laoZJQgzBNOa9po3sZBphPEedmccGAhvnIgyMpfnnCEFgWJpu5I9PxSxlXUxYxsX9OE+Mw2Oowg4P5QInx/MpDVQ0B7QEWJ/PWaI8vMM',
  'lKKAQ/dMyJNL4zWcxRnIyDVpyFkrVEGJaXp5tl6f8VmE7b2GQC9/53eW1pa18hXSeeVxGugcGJsba01KgjJRxGUz7t7uRncu1DItmzII',
  '1Ny229bOw9ze7yBtnHCw+3XHDnpZRfjKp5LYOXnNiupWea3VWVswyPSTSsSUvvges/j85ubm2z0Ywf0npZwZlV/A1lwrFXVc+RcpXAws',
  'icr6Hsr4zy/mX37O4OQhmekDABfbXI8vmKEs5JWrKjglKF091RsEGgEofwTfnAhg7WSaiUD9uN1uX/+93b6ZKB/4hff0JHC9e08E8J4I',
  'rAS5ZrnrnE0EYBNB0whACvsHK+wPv6jht7fjzz8N7A11aPDeAkBvAYBNBOg6gMm5SMrj1Wqz2VyWFbmOypdJAK4jsHY6rXHSR6nz4uuq',
  'D6T8pK5JnmDjonClEoDvCCBBEVjBQH4EA+Nq3m3Hq4nyYYHie4LYwYMI8D0BWAlyKXbQMkRQtAK0AlizSKOkQdRR7HItxC6TgCIQNhFY',
  'ySg6iqFFwRS5/KDrqHyZBOA6gsViOk0on78xMEMuj47p/VGoWSrCXgMpDgYgmTm+0tPPxM0EgFYdmgVGvpAEw8gxfM54D0xkrJE2dspQ',
  'J0KnxBp56eHzB9+hpAfpzauXL1/d0NJ60a7gSn0d4DaEQ0sr9YyZ2hhRO6H50fvipgVgjfRmhY1b9Wks/3AH0ztjw1RGxi3aMwDjvR2a',
  'LNjnTAvGHVrO6Wzu73en3B9jL1Z9iBc/ykYUIUCh4jvfs3XcKAcGrhdhAygemdDmabwQCmYA6Kk3JWz+cuKyee+kSr1D9DCfwRLUQewT',
  'AcWmJDSN+b3oUBBQR4nFQIUY28lM++almzSaqCGhq9E5XFHRpi2e2rStLwog5nPBXNwLxhRB/X3fygcjykZoaF2LzgwAa6QNFFKwua/u',
  '/s1BMhMOEHQT9e+j1GDmIkPV5zW+lcxcylOPdyN8fDtxNb52QoyXEag/t4a4uNDMhc7bL44YkFpYjrDBxXkbpxplIjSEu0F3fjxDyPeJ',
  'oannXsUxAJxqeBtC3ib0/mTjG00A0FM+hjYPck+Ua0EfqWHyXz/huWdA1cWXB0BBiHslv1ZATgKDBz8ykJPAGMx9vINNZObyDkYUBT98',
  'fclmolcGoBdKfH1hRAD2cIiXuBH3AnQOkcF+h77Z9Eqg3glkEhmEnrFG2ljBYONLHWH+v5n77/x82tR+DJ2q7D+NaFxteyWYK9tO/hug',
  '67rltGs949g+wA/u9T8=',
];

export const FIXED_10X20: readonly string[] = [
  'jVlNaCTHFe52Kz0Kac3Im0sPo6jlHHJuIVAkrFheDCb4EvDBEAKmhyGtGLSJTGAza8SqJxPGPghCwJhRVuz6kpzXGIwPYdMTwawPwudZ',
  '8KEXw5hADgMJGyUMk7x6Vd1dP69lN6ykrdev3k+9n69eW9Y1T+g5Vip+WPCjIFxueaMNkmWlH03+13JHHy224U9pq/1WPHp42Egn2yv3',
  'OrNyK2v3Xjz7h2snadh69+PDz4v1I7bBzK+7o3ud4ePuP1WtKOmeC4TIh70ieCXyCkLqAwHXfc8BSTKTE16uB0+zyy1jOzA6yNDyyifb',
  'WdNWguw6hzpJtlP+D/QJPbTcZ5qXBq57F5uD9jBuDsDPWemrcK3hpsWhjBYFobvlx8y+NItgL1snOE4Suu1hJ+wWhCXHTmeHW/54cyGO',
  'V+i0QAf+co35S+GArV5lhHFzoGxlL6rsYMLBhFp/U+UQhPbp04lrvycT+FN3EuHdSsKaZEeSgtHsvO0kXFLeF444SeRFcAUGBDCxgEk0',
  'rdh+WrQzwp1Ht+7FT/4S+45/bBzUwX/4aRVyZzE49jQOBniMm1fKViwMMRZlJ1510CVD/qPkEOcRBQPOtqgiJLqM5hQPauedgkNs/2Da',
  '1NRdSHmuxNV+ud7xL6Ijeavx5jAOWFT5Y2mr3DZXV3fQPv9qd8Gc+IkqfPD2+cHZFAh37neG05KQRwl3CeWrx08JywXHrbMvw+OcJHGo',
  '6gpfhTUIClsNasUlZTDYxRnpWrE1nxXGrLtOcKDlvz6fypa3Ty9CeNnOulvemCAYwjHVIMn4LynP56Gi71yu4aIc8hpYcqj2zeWgHvvW',
  'N3hO8kxnmXfNe4EX+QvmnP9qUSJqycHmpwYHJomcajyevncqgvq2xgE6Nxcqxx68mUR3i2jUOF4aTjdPO42BNWeqzQ2tpBBlhRvK2p6Z',
  'H8x436oV8Q47ogZiq05zMMqOm1AFitdnVanGn58F0yefYKhoBFKr3HKtvCoc4F01SazSiahmSfhVvSN007ba92NrbifcTfKJ5N4d7mkc',
  'eX4YB8U0vVyvJVJ5LTnA8oOrS51wCi3QY02kUobaqKz9RNT2heQl9Pi6sG+dhDhKqmV8zc74QZVtfXrrLK1ASxa5FQATSPHLNvjpd1uq',
  '5Q2on5Ef9MCJwbdufS7vtvyd2yesiZz88BfL8vrqD/zL9UaazlUZpUhNOFS4C2sWe6PhnuPJbiIQT/4wZ7/5/p++/dqbimOPX0g60Ol+',
  '/6Gth61lb0wOt1srvYfbbjq5oReKB5kcZtLTSCuF//31NyThtatqkApNOOx6lRCWYTgVlh1tI2ZoGEULCf52zdgFounaUsgOquM/fvtf',
  'RT4tTh4cPHn2I0DDDMZOtk0kk31NefXsPm+40Q5mWcMy1WVyQV17rpNuwDG0nIidyUBC6km0/P3nP1t67mb4/k+sl1ctgzD68W9vWkl5',
  '5Ha67G38QXAkMoeIduhFcvVhGMzCaIfkXMj1ChxOEtgaSXBfmQ1JAhy3BfUg1AkYB7RwKPfrK31YCaa8atyvRGTc7WhHMGVrtacykmGR',
  'QxLQDorA1CUJDIZCBkglYy7JoAgogyIwGftKIZvraOmRiizRu/5Bc3oHms39gxJ4oVYcsqsQB7WiCKgVRUAZFIGpK/pWTDevmwxtrq0M',
  'NgtAv3y85U93P/j5WXz257fOO+HVy6W6FE5EdSkCqksRmFYkuBNbAbir9TKtvDJvzzD7x/tK59xpAWS+vL3SDxk1nEjFAsAYtFQdFIEt',
  'gOtIAot2ktBs/I3eikeESegyfEpzsOfF70aTvb2W+9kXlYisKEsWu0dRwMvCKzZFQDsoQhEROgFlUMALfUURUAYJ1ZgMk2CvHtad3sNX',
  'axe7eiSidyngVViucxSW64TCclIGieGkJFEJGGXBV1fiL+V5LvDGP/3grT8W+VEEHIXIUF2KgOqSGE5KEoWA50EgMlGSGiINriR4qW7F',
  'OaBPV12qBQzQbxPLrwAb0Q3weYFFu3n/MGQ4SbpG31jSI/AeNi9WyMyLu3CifmMpaiLFgd41OERIJRQHUnUOHA1VyWBAk+YQQwmlGzT7',
  'aVxxwaroH+ICcGxwBFnlyEKcoJ7neIJUgyxOUOdg3jgZVslwyLJkaOXYaVSnbpAuRgP3VYVW6F1DK+nM76ijF3Hm+p1TxC7NgZbrHGWU',
  'GOMdYbl5rzUGQp7d4ym4scouhoaMokGqkyI0oeKKDCDwr8/I2RJDrj2DA6FBkNE3YayJeqVmcXXN3bk2Mzh4XFXIQO8S3UCXIUWJOgOw',
  'kwzaAEZi/7obvSnDWSBcyH+0ntmn7VkeJh3f+rdEYOMEO5nFVi0XcRGOo5lcd0dDqyFN6cbhFTWgO3L5oRuTiZwgnrhV66Xdlts+leo6',
  'NdLjIJW03BgChrkMffrBZlNHPJsoGZiD18qAgNIHjZnYhN2sXbs/1zgO1+p6yci1ulBlQNFvn0sIeXegFX0qDbRhpubdkoMTmIGVMtAt',
  'pgzQdXXZ+ibC8XsHJZwToNdWjVilSi0TinpFcRSVWrkCdK5D+hJVJtzd5u/jXa0f3dWnUa34yaPDljuRr0u8qxnzXX5Q5mDLmAhrB1Vy',
  '7MC/TO6cpgw8KENGgRk8O/NsAifqU7WyfxAc4gpgzOH0ATbPKGJyxwklZiBkoB2mDGMWLslQh4AAi8Md4avMHIUByogqxoZCxj4xPBMc',
  'Tipz8OtrRexi/9BBKvSPqtG9iHadA6O9SgZGu8bhLfU2wiqO8MYSAbZZBlRrJVFlRKbb4arwteRweklUL7G8+QlCQvrS7JWv0Z8gjLsB',
  'jyGO5fPRbsmBgX5S8dFCpIE2rcWWWsXBqrjBIQLOx2+QEfulQzViIryHZbBrfh4wPgk5SUZmVE4wvxWVHFq0q1tVfyzenxlzTL9mk2Pn',
  'nbr2Qbvo5Fv1Lz8l1u0vfuONo8qx49FLjb6ipP64yrcJgB9pGFzYcLHLk/P/',
];
