using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// A plan with little data at the speed of an ordinary one, and one line on it, once, under fixed ids: what that line's modem moves passes its quota on any day, and each gigabyte past it is charged, which
/// changes nothing on a router.
/// </summary>
internal sealed class LabQuotaStep(PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-quota";
    private const string Like = "HOME-20";
    private const long Quota = 2_000_000_000;

    /// <summary>The plan.</summary>
    public static Guid PlanId { get; } = new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x1d, 0, 0, 0, 1]);

    private static Guid PriceId { get; } = new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x1e, 0, 0, 0, 1]);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        var like = SamplePlan.All.Index().First(p => p.Item.Code == Like).Index;
        var model = LabPlansStep.PlanId(like);
        if (await context.Set<ServicePlan>().AnyAsync(p => p.Id == PlanId || p.Slug == "HOME-20-HEMAT", cancellationToken)
            || await context.Set<ServicePlan>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == model, cancellationToken) is not { } plan)
        {
            return;
        }

        // The last of those on the ordinary plan whose routers the portal keeps.
        var line = await context.Set<Subscription>().Where(s => s.PlanId == model && s.Status == SubscriptionStatus.Active && s.Service == AccessService.Pppoe).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        if (line is null)
        {
            return;
        }

        var now = clock.UtcNow();
        var price = Money.Idr(150_000);
        context.Add(PlanOf(plan, now));
        context.Add(new PlanPrice
        {
            Id = PriceId, PlanId = PlanId, ValidFromOn = new DateOnly(now.Year, 1, 1), Price = price, OveragePerGigabyte = Money.Idr(2_500), Reason = "Paket hemat", CreatedBy = "system:" + By, CreatedAtUtc = now,
        });
        (line.PlanId, line.PriceId, line.AgreedPrice, line.Price, line.UpdatedAtUtc) = (PlanId, PriceId, null, price, now);
        foreach (var term in await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == line.Id && t.ToOn == null).ToListAsync(cancellationToken))
        {
            (term.PlanId, term.PriceId, term.AgreedPrice, term.Price) = (PlanId, PriceId, null, price);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static ServicePlan PlanOf(ServicePlan model, DateTime now) => new()
    {
        Id = PlanId,
        Name = "Home 20 Hemat",
        Slug = "HOME-20-HEMAT",
        SearchKey = SearchKey.Of("Home 20 Hemat", "HOME-20-HEMAT"),
        Description = "Kuota kecil dengan kecepatan penuh; selebihnya ditagih per GB",
        Service = model.Service,
        DownBitsPerSecond = model.DownBitsPerSecond,
        UpBitsPerSecond = model.UpBitsPerSecond,
        QuotaBytes = Quota,
        QuotaAction = PlanQuotaAction.ChargePerGigabyte,
        Profile = model.Profile,
        Cycle = PlanCycle.Monthly,
        Payment = model.Payment,
        TaxCode = model.TaxCode,
        GraceDays = model.GraceDays,
        Audience = model.Audience,
        Channels = model.Channels,
        SortOrder = model.SortOrder + 5,
        PricesChangedAtUtc = now,
        CreatedAtUtc = now,
    };
}
