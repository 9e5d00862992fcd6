/** A telephone number to call, never broken in two. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="nowrap" href={`tel:${phone.replaceAll(/[^\d+]/gu, "")}`}>
      {phone}
    </a>
  );
}
