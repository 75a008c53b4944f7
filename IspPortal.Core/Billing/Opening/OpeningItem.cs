namespace IspPortal.Core.Billing.Opening;

/// <summary>A row of a file of opening balances: what was judged of it, and once booked what a line brought along.</summary>
internal sealed class OpeningItem
{
    /// <summary>The longest <see cref="Key"/>.</summary>
    public const int LongestKey = 96;

    /// <summary>The longest <see cref="Says"/>.</summary>
    public const int LongestSays = 128;

    public required Guid ImportId { get; init; }

    /// <summary>Its line in the file.</summary>
    public required int Row { get; init; }

    public OpeningKind? Kind { get; init; }

    public OpeningVerdict Verdict { get; set; }

    /// <summary>Names what it brings along; empty where that could not be made out.</summary>
    public string Key { get; init; } = "";

    /// <summary><see cref="Key"/> while it is booked, else null; unique: whoever tries, nothing is booked twice.</summary>
    public string? BookedKey { get; set; }

    /// <summary>What it says under its key.</summary>
    public string Says { get; init; } = "";

    /// <summary>What the file names: customer, account or line, place, series.</summary>
    public string Subject { get; init; } = "";

    public Guid? BillingAccountId { get; init; }

    public Guid? SubscriptionId { get; init; }

    /// <summary>Of an invoice: its id in the portal.</summary>
    public Guid? InvoiceId { get; init; }

    /// <summary>The old number of an invoice.</summary>
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public long AmountMinor { get; init; }

    /// <summary>The last day of the line that is never billed again.</summary>
    public DateOnly? BilledUntilOn { get; init; }

    /// <summary>The place of cash, or the series.</summary>
    public string? Place { get; init; }

    /// <summary>The next number of the series.</summary>
    public long? Next { get; init; }

    public string? Note { get; init; }

    /// <summary>JSON of the row as the file has it, for judging it anew.</summary>
    public required string Cells { get; init; }

    /// <summary>JSON of its problems; null: none.</summary>
    public string? Problems { get; init; }

    /// <summary>For searching: codes and numbers.</summary>
    public string SearchKey { get; init; } = "";
}
