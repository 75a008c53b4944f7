namespace IspPortal.Core.Plans;

/// <summary>Puts the prices of one plan in order: each is in force until the day before the next one begins.</summary>
internal static class PlanPriceTimeline
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<PlanPriceRow> Of(IEnumerable<PlanPrice> prices, DateOnly today)
    {
        var rows = new List<PlanPriceRow>();
        DateOnly? next = null;
        foreach (var price in prices.OrderByDescending(p => p.ValidFromOn))
        {
            var state = price.ValidFromOn > today ? PlanPriceState.Scheduled : next is null || next > today ? PlanPriceState.Current : PlanPriceState.Past;
            rows.Add(new(price.Id, price.PlanId, price.ValidFromOn, next?.AddDays(-1), price.Terms, price.Reason, price.CreatedBy, price.CreatedAtUtc, state));
            next = price.ValidFromOn;
        }

        return rows;
    }
}
