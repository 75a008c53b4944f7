namespace IspPortal.Core.Billing.Opening;

/// <summary>What the portal has that rows are judged by.</summary>
public sealed record OpeningWorld
{
    /// <summary>The day from which on the portal bills.</summary>
    public required DateOnly CutoverOn { get; init; }

    /// <summary>All billing accounts that rows may mean.</summary>
    public required IReadOnlyList<OpeningAccount> Accounts { get; init; }

    /// <summary>Their lines that did not end.</summary>
    public required IReadOnlyList<OpeningSubscription> Lines { get; init; }

    /// <summary>What was brought along before and not taken back: what each said, by its key.</summary>
    public IReadOnlyDictionary<string, string> Booked { get; init; } = new Dictionary<string, string>();

    /// <summary>Numbers in rows that bills of the portal have.</summary>
    public IReadOnlySet<string> NumbersInUse { get; init; } = new HashSet<string>();

    /// <summary>The first day of each line that the portal billed.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> FirstBilledOn { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>Lines that the portal billed a deposit of.</summary>
    public IReadOnlySet<Guid> BilledDeposits { get; init; } = new HashSet<Guid>();

    /// <summary>Places where cash may lie, as the settings name them.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Prefixes of series of numbers.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The next number of each series that gave one, by its name, e.g. <c>INV-202611</c>.</summary>
    public IReadOnlyDictionary<string, long> NextNumbers { get; init; } = new Dictionary<string, long>();

    /// <summary>The highest number of each series that an old invoice brought along before.</summary>
    public IReadOnlyDictionary<string, long> OldNumbers { get; init; } = new Dictionary<string, long>();
}
