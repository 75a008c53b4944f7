using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Ledger;

/// <summary>
/// What is written into the ledger at once. It cannot be made out of balance: lines that do not add up to zero, an empty posting, a line of nothing and a debt or credit of nobody are broken
/// promises and throw.
/// </summary>
public sealed record LedgerPosting
{
    /// <summary>The longest key.</summary>
    public const int LongestKey = 128;

    /// <summary>The longest reference.</summary>
    public const int LongestReference = 64;

    /// <summary>The longest sub-account.</summary>
    public const int LongestSubAccount = 64;

    /// <summary>The longest note.</summary>
    public const int LongestNote = 500;

    /// <summary>A posting of these lines.</summary>
    /// <exception cref="ArgumentException">The lines or the occasion break a rule.</exception>
    public LedgerPosting(LedgerKind kind, LedgerOccasion occasion, IReadOnlyList<LedgerLine> lines)
    {
        ArgumentNullException.ThrowIfNull(occasion);
        ArgumentNullException.ThrowIfNull(lines);
        Demand(occasion.Key.Trim().Length is > 0 and <= LongestKey, nameof(occasion), "A posting has a key.");
        Demand(occasion.Reference.Trim().Length is > 0 and <= LongestReference, nameof(occasion), "A posting names a document.");
        Demand((occasion.Note?.Length ?? 0) <= LongestNote, nameof(occasion), "The note is too long.");
        Demand(occasion.OccurredAtUtc.Kind == DateTimeKind.Utc, nameof(occasion), "Something happens in UTC.");
        Demand(lines.Count > 0, nameof(lines), $"{occasion.Key} posts nothing.");
        Demand(lines.All(line => !line.Amount.IsZero), nameof(lines), $"{occasion.Key} has a line of nothing.");
        Demand(lines.All(line => (line.SubAccount?.Length ?? 0) <= LongestSubAccount), nameof(lines), $"{occasion.Key} has a sub-account that is too long.");
        Demand(lines.All(line => line.BillingAccountId is not null || !IsSomebodys(line.Account)), nameof(lines), $"{occasion.Key} has a debt or credit of nobody.");
        var rest = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        Demand(rest.IsZero, nameof(lines), $"{occasion.Key} is out of balance by {rest}.");
        (Kind, Occasion, Lines) = (kind, occasion, [.. lines]);
    }

    /// <summary>What happened.</summary>
    public LedgerKind Kind { get; }

    /// <summary>When and why.</summary>
    public LedgerOccasion Occasion { get; }

    /// <summary>Debits and credits, which add up to zero.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>The billing accounts whose balance may change.</summary>
    public IReadOnlyList<Guid> BillingAccountIds => [.. Lines.Select(line => line.BillingAccountId).OfType<Guid>().Distinct()];

    /// <summary>Whether entries of the account belong to a billing account without exception.</summary>
    public static bool IsSomebodys(LedgerAccount account) => account is LedgerAccount.Receivable or LedgerAccount.CustomerCredit or LedgerAccount.Deposits;

    /// <summary>The same the other way round, for taking it back on another occasion.</summary>
    public LedgerPosting Reversed(LedgerKind kind, LedgerOccasion occasion) => new(kind, occasion, [.. Lines.Select(line => line with { Amount = -line.Amount })]);

    private static void Demand(bool holds, string what, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise, what);
        }
    }
}
