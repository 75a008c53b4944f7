namespace IspPortal.Infrastructure.RouterOs.Tables;

/// <summary>An entry of <c>/ip/arp</c>. <paramref name="Status"/> is of version 7 only; empty before.</summary>
internal sealed record ArpRow(string Id, string Address, string MacAddress, string Interface, string Status, bool Complete, bool Dynamic, bool Disabled);
