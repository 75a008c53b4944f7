namespace IspPortal.Web.Shared.Navigation;

/// <summary>One page in the navigation.</summary>
internal sealed record PageEntry(string Href, NavigationEntryAttribute Navigation, string? Permission);
