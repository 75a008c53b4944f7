using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>Rows and a portal to judge them by.</summary>
internal static class OpeningSample
{
    public static readonly Guid Budi = new("019b0000-0000-7000-8000-00000000b001");
    public static readonly Guid Siti = new("019b0000-0000-7000-8000-00000000b002");
    public static readonly Guid BudisLine = new("019b0000-0000-7000-8000-00000000c001");
    public static readonly Guid SitisLine = new("019b0000-0000-7000-8000-00000000c002");
    public static readonly Guid SitisOther = new("019b0000-0000-7000-8000-00000000c003");

    public static OpeningWorld World => new()
    {
        CutoverOn = Day("2026-11-01"),
        Accounts =
        [
            new(Budi, "BA-202610-000001", Guid.Empty, "CUST-202610-000001", "A1", true, "Budi Santoso", "Jl. Melati 1"),
            new(Siti, "BA-202610-000002", new Guid("019b0000-0000-7000-8000-00000000d002"), "CUST-202610-000002", "A2", true, "Siti Aminah", null),
        ],
        Lines =
        [
            new(BudisLine, "SUB-202610-000001", "budi", Budi, Day("2025-01-10"), null, false),
            new(SitisLine, "SUB-202610-000002", "siti", Siti, Day("2025-02-10"), Day("2026-11-20"), true),
            new(SitisOther, "SUB-202610-000003", "siti.toko", Siti, Day("2025-03-10"), null, false),
        ],
        Places = ["Loket 1", "Penagih Joko"],
        Prefixes = ["INV", "KW", "CN"],
        NextNumbers = new Dictionary<string, long> { ["INV-202611"] = 7 },
    };

    public static OpeningDraft Invoice(int row = 2, string number = "LAMA/10/001") => new(row, OpeningKind.Invoice, [])
    {
        Customer = "a1",
        Number = number,
        IssuedOn = Day("2026-10-01"),
        DueOn = Day("2026-10-10"),
        FromOn = Day("2026-10-01"),
        ToOn = Day("2026-10-31"),
        Amount = Money.Idr(166_500),
    };

    public static OpeningDraft Of(OpeningKind kind, int row = 3) => new(row, kind, []) { Customer = "A1", Amount = Money.Idr(50_000) };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
