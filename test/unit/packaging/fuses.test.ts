import { expect, it } from "vitest";
import { FUSES, SENTINEL, setFuses } from "../../../resources/packaging/fuses.ts";

const binary = (wire: string, version = 1, count = wire.length): Buffer =>
  Buffer.concat([
    Buffer.from("before"),
    Buffer.from(SENTINEL),
    Buffer.from([version, count]),
    Buffer.from(wire),
    Buffer.from("after"),
  ]);

it("sets every fuse, whatever stood there", () => {
  for (const wire of ["101100011", "000000000", "111111111"]) {
    const packaged = binary(wire);
    setFuses(packaged);
    expect(packaged).toEqual(binary("010011001"));
  }
});

it("switches off what lets a stranger run code in the program, and on what ties it to its archive", () => {
  const state = Object.fromEntries(FUSES.map(({ name, on }) => [name, on]));
  expect(state).toMatchObject({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    grantFileProtocolExtraPrivileges: false,
    cookieEncryption: true,
    embeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

it("refuses a binary whose fuses are not exactly ours", () => {
  expect(() => setFuses(Buffer.from("no wire at all"))).toThrow("expected one fuse wire");
  expect(() => setFuses(Buffer.concat([binary("101100011"), binary("101100011")]))).toThrow("expected one fuse wire");
  expect(() => setFuses(binary("10110001"))).toThrow("has 8 fuses, 9 are decided on");
  expect(() => setFuses(binary("1011000111"))).toThrow("has 10 fuses");
  expect(() => setFuses(binary("101100011", 2))).toThrow("version 1, found 2");
  expect(() => setFuses(binary("r01100011"))).toThrow("fuse runAsNode cannot be set");
});
