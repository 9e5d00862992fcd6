type Tab = { readonly href: string; readonly label: string; readonly count?: number | undefined };

type TabsProps = { label: string; tabs: readonly Tab[]; current: string };

/** Ways between the parts of one thing. Plain links: each part has its own address. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.href === current ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="tab-count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
