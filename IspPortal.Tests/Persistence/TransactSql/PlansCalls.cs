using IspPortal.Core.Network.Access;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Infrastructure.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace IspPortal.Tests.Persistence.TransactSql;

/// <summary>The services of service plans.</summary>
internal sealed class PlansCalls : ServiceCalls
{
    public override IReadOnlyDictionary<string, Func<IServiceProvider, Task>> All { get; } = new Dictionary<string, Func<IServiceProvider, Task>>(StringComparer.Ordinal)
    {
        ["PlanSearch"] = FindAsync,
        ["PlanCatalog"] = async services =>
        {
            var plans = services.GetRequiredService<IPlanCatalog>();
            foreach (var sort in (string?[])[null, "name", "down", "price", "state"])
            {
                await plans.ListAsync(new(true, AccessService.Pppoe, PlanPayment.Prepaid, PlanAudience.Business) { IsPopular = true }, new(2, 10, "a%_[", sort), Token);
                await plans.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await plans.GetAsync(Id, Token);
            await plans.PriceOnAsync(Id, DateOnly.MinValue, Token);
        },
        ["PlanEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IPlanEditor>();
            var plan = new SavePlanRequest("A", "A", AccessService.Pppoe, new(1_000_000, 1_000_000)) { Terms = new(Money.Idr(1)) };
            await editor.AddAsync(plan, Token);
            await editor.UpdateAsync(Id, 1, plan, Token);
            await editor.SetActiveAsync(Id, false, Token);
            await editor.SchedulePriceAsync(Id, new(1, new(2026, 12, 1), plan.Terms), Token);
            await editor.WithdrawPriceAsync(Id, Id, Token);
        },
        ["OwnedPlanUsage"] = async services =>
        {
            await services.GetRequiredService<OwnedPlanUsage>().CountAsync([Id], Token);
            await services.GetRequiredService<OwnedPlanUsage>().GetAsync(Id, Token);
            await services.GetRequiredService<OwnedPlanUsage>().ListStaticLinesAsync(Id, Token);
        },
        ["PlanForecast"] = async services => await services.GetRequiredService<IPlanForecast>().WhatIfAsync(Id, new(Money.Idr(1)), Token),
        ["RouterProfiles"] = services => services.GetRequiredService<RouterProfiles>().ReadAsync([Id], AccessService.Pppoe, Token),
        ["PlanProfiles"] = async services =>
        {
            await services.GetRequiredService<IPlanProfiles>().ListAsync(Id, Token);
            await services.GetRequiredService<IPlanProfiles>().MapAsync(Id, Id, "a", Token);
        },
        ["PlanAddOns"] = async services =>
        {
            var addOns = services.GetRequiredService<IPlanAddOns>();
            foreach (var sort in (string?[])[null, "code", "price"])
            {
                await addOns.ListAsync(new(AddOnKind.Other, true, Id), new(2, 10, "a%_[", sort), Token);
                await addOns.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await addOns.AddAsync(new("A", "A", AddOnKind.Other, Money.Zero, true), Token);
            await addOns.GetAsync(Id, Token);
        },
        ["PlanPromotions"] = async services =>
        {
            var promotions = services.GetRequiredService<IPlanPromotions>();
            foreach (var state in Enum.GetValues<PromotionState>())
            {
                foreach (var sort in (string?[])[null, "name", "to"])
                {
                    await promotions.ListAsync(new(state, PromotionKind.Percent, Id), new(2, 10, "a%_[", sort), Token);
                    await promotions.ListAsync(new(state), new(1, 10, null, sort, true), Token);
                }
            }

            await promotions.AddAsync(new("A", PromotionKind.Percent, new(2026, 1, 1), null) { Percent = 5 }, Token);
            await promotions.GetAsync(Id, Token);
        },
        ["SpeedCampaigns"] = async services =>
        {
            var campaigns = services.GetRequiredService<ISpeedCampaigns>();
            foreach (var sort in (string?[])[null, "name", "state", "starts"])
            {
                await campaigns.ListAsync(SpeedCampaignState.Running, new(2, 10, "a%_[", sort), Token);
                await campaigns.ListAsync(null, new(1, 10, null, sort, true), Token);
            }

            await campaigns.AddAsync(new("A", [Id], new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc)) { FactorPercent = 200 }, Token);
            await campaigns.GetAsync(Id, Token);
            await campaigns.ListChangesAsync(Id, new(2, 10), Token);
            await campaigns.StopAsync(Id, "a", Token);
        },
        ["SpeedCampaignRunner"] = async services => await services.GetRequiredService<SpeedCampaignRunner>().RunDueAsync(Token),
        ["PlanAuditNames"] = NamesAsync,
    };
}
