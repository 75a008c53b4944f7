using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Drift;

/// <summary>Who pays for what a router holds.</summary>
public sealed class PricingADifferenceTests
{
    private static readonly Guid Due = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Held = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    private static readonly LinePrices Prices = new(
        new Dictionary<Guid, LinePrice> { [Due] = new(Money.Idr(200_000), true), [Held] = new(Money.Idr(325_000), false) },
        new Dictionary<(AccessService, string), Money>
        {
            [(AccessService.Pppoe, "HOME-10")] = Money.Idr(150_000),
            [(AccessService.Pppoe, "HOME-50")] = Money.Idr(325_000),
            [(AccessService.Pppoe, "HOME-20-OLD")] = Money.Idr(200_000),
            [(AccessService.Hotspot, "KAFE")] = Money.Idr(90_000),
        });

    public static TheoryData<string, DriftKind, string, bool?, string?, string?, string?> Cases => new()
    {
        // menu, kind, line (due, held or nobody's), disabled there, profile there, profile wanted, cost
        { RouterMenus.PppSecret, DriftKind.Missing, "due", null, null, "HOME-20", "Unserved 200000" },
        { RouterMenus.PppSecret, DriftKind.Missing, "held", null, null, "isolir", null },
        { RouterMenus.PppSecret, DriftKind.Missing, "nobody", null, null, "HOME-20", null },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", null, "HOME-50", "HOME-20", "Unpaid 125000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", null, "HOME-10", "HOME-20", "Unserved 50000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", null, "HOME-20-OLD", "HOME-20", null },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", null, "SOMETHING", "HOME-20", null },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", null, "isolir", "HOME-20", "Unserved 200000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", true, null, null, "Unserved 200000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "due", true, "HOME-50", "HOME-20", "Unserved 200000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "held", null, "HOME-50", "isolir", "Unpaid 325000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "held", false, null, null, "Unpaid 325000" },
        { RouterMenus.PppSecret, DriftKind.Changed, "held", true, null, null, null },
        { RouterMenus.PppSecret, DriftKind.Changed, "held", null, "HOME-10", "HOME-50", null },
        { RouterMenus.PppSecret, DriftKind.Extra, "due", null, "HOME-50", null, null },
        { RouterMenus.PppSecret, DriftKind.Extra, "nobody", null, "HOME-50", null, "Unpaid 325000" },
        { RouterMenus.AddressList, DriftKind.Extra, "held", null, null, null, null },
        { RouterMenus.PppSecret, DriftKind.Changed, "nobody", null, "HOME-50", "HOME-20", null },
        { RouterMenus.PppSecret, DriftKind.Unowned, "nobody", null, "HOME-50", null, "Unpaid 325000" },
        { RouterMenus.PppSecret, DriftKind.Unowned, "nobody", true, "HOME-50", null, null },
        { RouterMenus.PppSecret, DriftKind.Unowned, "nobody", null, "isolir", null, null },
        { RouterMenus.PppSecret, DriftKind.Unowned, "nobody", null, "KAFE", null, null },
        { RouterMenus.HotspotUser, DriftKind.Extra, "nobody", null, "KAFE", null, "Unpaid 90000" },
        { RouterMenus.AddressList, DriftKind.Missing, "held", null, null, null, "Unpaid 325000" },
        { RouterMenus.AddressList, DriftKind.Extra, "due", null, null, null, "Unserved 200000" },
        { RouterMenus.AddressList, DriftKind.Extra, "nobody", null, null, null, null },
        { RouterMenus.SimpleQueue, DriftKind.Missing, "due", null, null, null, null },
        { RouterMenus.PppProfile, DriftKind.Changed, "nobody", null, "HOME-50", "HOME-20", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_difference_costs_what_is_not_paid_or_not_served(string menu, DriftKind kind, string line, bool? disabled, string? profile, string? wanted, string? cost)
    {
        Dictionary<string, string?> onRouter = [], inPortal = [];
        if (disabled is { } off)
        {
            (onRouter["disabled"], inPortal["disabled"]) = (off ? "yes" : "no", off ? "no" : "yes");
        }

        if (profile is not null)
        {
            onRouter["profile"] = profile;
        }

        if (wanted is not null)
        {
            inPortal["profile"] = wanted;
        }

        var difference = new DriftDifference(kind, menu, "budi", line switch { "due" => Due, "held" => Held, _ => null }) { OnRouter = onRouter, InPortal = inPortal };
        var found = DriftCost.Of(difference, Prices, "isolir");
        Assert.Equal(cost, found is null ? null : $"{found.Kind} {found.Monthly.Minor}");
        Assert.Null(DriftCost.Of(difference, LinePrices.Unknown, "isolir"));
    }
}
