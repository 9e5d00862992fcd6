/** Whose page it is: a name, and maybe a mark of theirs as large as it is shown. */
export type Host = {
  readonly name: string | null;
  readonly mark: { readonly src: string; readonly width: number; readonly height: number } | null;
};

/** Somebody's mark beside ours. Says nothing to a screen reader where the name stands beside it. */
export function HostMark({ mark, says = "" }: { mark: NonNullable<Host["mark"]>; says?: string }) {
  const { src, width, height } = mark;
  return <img class="host-mark" src={src} alt={says} width={width} height={height} />;
}
