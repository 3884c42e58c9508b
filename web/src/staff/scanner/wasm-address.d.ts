/** Vite: the address under which a wasm file is served. */
declare module "*.wasm?url" {
  const address: string;
  export default address;
}
