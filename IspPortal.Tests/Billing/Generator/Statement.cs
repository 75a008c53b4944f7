using System.Globalization;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Generator;

/// <summary>An account that is billed day after day: it keeps what was billed and writes lines so that a test reads like the statement.</summary>
internal sealed class Statement(BillingPolicy policy, params SubscriptionBillingFacts[] subscriptions)
{
    private readonly Guid _accountId = Sold.Id("account");

    public SubscriptionBillingFacts[] Subscriptions { get; set; } = subscriptions;

    /// <summary>The only subscription.</summary>
    public SubscriptionBillingFacts Line
    {
        get => Assert.Single(Subscriptions);
        set => Subscriptions = [value];
    }

    public Money MinimumCharge { get; init; }

    public IReadOnlyList<ExtraCharge> Charges { get; set; } = [];

    public List<BilledCharge> Billed { get; } = [];

    public List<BillLine> Lines { get; } = [];

    public long Total => Lines.Sum(line => line.Amount.Minor);

    public AccountBillingFacts Facts => new(_accountId, Subscriptions) { MinimumCharge = MinimumCharge, Charges = Charges };

    /// <summary>Bills, and says what is on the bill.</summary>
    public string[] On(string day)
    {
        var on = Sold.Day(day);
        var lines = InvoiceGenerator.Generate(Facts, policy, Billed, on);
        Assert.Equal(lines, InvoiceGenerator.Generate(Facts, policy, [.. Billed.AsEnumerable().Reverse()], on), (one, other) => Text(one) == Text(other) && one.ChargeKey == other.ChargeKey);
        Billed.AddRange(lines.Select(BilledCharge.Of));
        Lines.AddRange(lines);
        Assert.Empty(InvoiceGenerator.Generate(Facts, policy, Billed, on));
        Assert.Equal(Lines.Count, Lines.DistinctBy(line => (line.SubscriptionId, line.ChargeKey)).Count());
        Assert.All(lines, line => Assert.True(line.ChargeKey.Length <= BillLine.ChargeKeyLength));
        return [.. lines.Select(Text)];
    }

    /// <summary>Bills on every day from one to another, and says what is on the bills, each line after its day.</summary>
    public string[] Daily(string from, string to)
    {
        var found = new List<string>();
        for (var day = Sold.Day(from); day <= Sold.Day(to); day = day.AddDays(1))
        {
            var on = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            found.AddRange(On(on).Select(line => $"{on}: {line}"));
        }

        return [.. found];
    }

    /// <summary>The lapse of an unpaid bill: it is as if it had not been made.</summary>
    public void Lapse(string chargeKey)
    {
        Assert.Equal(1, Billed.RemoveAll(charge => charge.ChargeKey == chargeKey));
        Lines.RemoveAll(line => line.ChargeKey == chargeKey);
    }

    public static string Text(BillLine line)
    {
        var days = line.FromOn is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {line.FromOn:yyyy-MM-dd}..{line.ToOn:MM-dd}");
        var rule = line.Rule switch
        {
            BillRule.WholePeriod or BillRule.Once => "",
            BillRule.DaysOfPeriod or BillRule.DaysOfThirty or BillRule.PerDay => $" {line.Days}/{line.OfDays} {line.Rule}",
            _ => $" {line.Rule}",
        };
        var pieces = line.Quantity == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {line.Quantity} x {line.UnitPrice.Minor}");
        var text = line.Text.Length == 0 ? "" : $" {line.Text}";
        return string.Create(CultureInfo.InvariantCulture, $"{line.Kind}{text}{days}{rule}{pieces} = {line.Amount.Minor}");
    }
}
