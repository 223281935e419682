import { type Staff, StaffWork } from '../../../shared/contract/session.ts';
import type { Role } from '../../../shared/contract/call.ts';
import type { Store } from '../store/index.ts';

type StaffRow = {
  staff_id: string;
  login_name: string;
  name: string;
  role: Role;
  active: number;
  passphrase: string;
  /** JSON of StaffWork. */
  work: string | null;
};

export interface StaffStore {
  count(): number;
  activeAdministrators(): number;
  list(): Staff[];
  byId(staffId: string): Staff | undefined;
  byLoginName(loginName: string): { readonly staff: Staff; readonly passphrase: string } | undefined;
  add(staff: Staff, passphrase: string, at: Date): void;
  change(staffId: string, role: Role, active: boolean): void;
  setWork(staffId: string, work: StaffWork): void;
  setPassphrase(staffId: string, passphrase: string): void;
}

function toStaff(row: StaffRow): Staff {
  return {
    staffId: row.staff_id,
    loginName: row.login_name,
    name: row.name,
    role: row.role,
    active: row.active === 1,
    ...(row.work !== null && { work: StaffWork.parse(JSON.parse(row.work)) }),
  };
}

/** The local accounts of this workstation. */
export function createStaffStore({ db }: Store): StaffStore {
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM staff');
  const administrators = db.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM staff WHERE role = 'administrator' AND active = 1",
  );
  const all = db.prepare<[], StaffRow>('SELECT * FROM staff ORDER BY name');
  const byId = db.prepare<[string], StaffRow>('SELECT * FROM staff WHERE staff_id = ?');
  const byName = db.prepare<[string], StaffRow>('SELECT * FROM staff WHERE login_name = ?');
  const insert = db.prepare(
    'INSERT INTO staff (staff_id, login_name, name, role, active, passphrase, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const change = db.prepare('UPDATE staff SET role = ?, active = ? WHERE staff_id = ?');
  const setWork = db.prepare('UPDATE staff SET work = ? WHERE staff_id = ?');
  const setPassphrase = db.prepare('UPDATE staff SET passphrase = ? WHERE staff_id = ?');
  return {
    count: () => count.get()?.n ?? 0,
    activeAdministrators: () => administrators.get()?.n ?? 0,
    list: () => all.all().map(toStaff),
    byId(staffId) {
      const row = byId.get(staffId);
      return row && toStaff(row);
    },
    byLoginName(loginName) {
      const row = byName.get(loginName);
      return row && { staff: toStaff(row), passphrase: row.passphrase };
    },
    add: (staff, passphrase, at) =>
      void insert.run(
        staff.staffId,
        staff.loginName,
        staff.name,
        staff.role,
        staff.active ? 1 : 0,
        passphrase,
        at.toISOString(),
      ),
    change: (staffId, role, active) => void change.run(role, active ? 1 : 0, staffId),
    setWork: (staffId, work) => void setWork.run(JSON.stringify(work), staffId),
    setPassphrase: (staffId, passphrase) => void setPassphrase.run(passphrase, staffId),
  };
}
