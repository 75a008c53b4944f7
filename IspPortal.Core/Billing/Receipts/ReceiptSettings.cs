using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>How money is taken in; a page of the settings.</summary>
public sealed record ReceiptSettings
{
    /// <summary>What may be missing of a bill that somebody paid, in rupiah, 0–100,000: it is let go at once and nobody is isolated for it.</summary>
    public long Tolerance { get; init; } = 1_000;

    /// <summary>Where cash may lie, e.g. drawers; with commas between them. The first is offered first.</summary>
    public string CashPlaces { get; init; } = "Loket 1";

    /// <summary>The bank accounts to which customers pay; with commas between them. The first is offered first.</summary>
    public string BankPlaces { get; init; } = "Bank";

    /// <summary>What may be missing.</summary>
    public Money MostLetGo => Money.Idr(Tolerance);

    /// <summary>The names in a list.</summary>
    public static IReadOnlyList<string> NamesIn(string list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
