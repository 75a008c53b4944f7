namespace IspPortal.Core.Network.Drift;

/// <summary>A change of a router's configuration that its log tells and that the portal did not make.</summary>
/// <param name="AtUtc">When, by the portal's clock.</param>
/// <param name="By">The router's user.</param>
/// <param name="From">The address, or null.</param>
/// <param name="Menu">The menu; null: the line does not say.</param>
/// <param name="Item">The item's key; null: the line does not say.</param>
/// <param name="ItemId">The router's id of it; null: the line does not say.</param>
public sealed record RouterChange(DateTime AtUtc, string By, string? From, string? Menu, string? Item, string? ItemId)
{
    /// <summary>Whether the line tells which item it was.</summary>
    public bool NamesItem => Item is not null || ItemId is not null;
}
