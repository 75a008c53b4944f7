namespace IspPortal.Core.Network.Operations;

/// <summary>A table of a router that people read: its menu and what of it is shown. Passwords are in none of them.</summary>
/// <param name="Key">Its stable word in addresses, e.g. <c>secrets</c>.</param>
/// <param name="Paths">The menu's API path; of several the first that the router has.</param>
/// <param name="NameProperty">The property that names a row.</param>
/// <param name="Columns">What is shown, the name first.</param>
public sealed record RouterTable(string Key, IReadOnlyList<string> Paths, string NameProperty, IReadOnlyList<RouterTableColumn> Columns)
{
    /// <summary>What may be done to its rows by hand.</summary>
    public RouterTableActions Actions { get; init; }

    /// <summary>Properties that are asked for besides the columns.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>May hold very many rows, so that they are counted before they are read.</summary>
    public bool MayBeHuge { get; init; }
}
