using System.ComponentModel;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Billing.Api;

/// <summary>Whose debts are wanted.</summary>
internal sealed record AgeingParameters
{
    [FromQuery(Name = "on"), Description("As of the end of that day; without one today. A past day is counted from the ledger as it was.")]
    public DateOnly? On { get; init; }

    [FromQuery(Name = "city"), Description("Only customers in that city.")]
    public string? City { get; init; }

    [FromQuery(Name = "tag"), Description("Only customers with that tag.")]
    public string? Tag { get; init; }

    [FromQuery(Name = "planId"), Description("Only accounts with a line on that plan.")]
    public Guid? PlanId { get; init; }

    [FromQuery(Name = "bucket"), Description("Only accounts that owe something that late.")]
    public EnumWord<AgeingBucket>? Bucket { get; init; }

    public Result<AgeingFilter> Read()
    {
        var bucket = Bucket.Read("bucket");
        return bucket.Error is { } wrong ? wrong : new AgeingFilter { On = On, City = City, Tag = Tag, PlanId = PlanId, Bucket = bucket.Value };
    }
}
