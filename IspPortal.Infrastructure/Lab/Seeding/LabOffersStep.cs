using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>What the sample ISP's customers bought beside their plans, once, under fixed ids: rented ONTs, addresses of their own, a quarter with fast nights, and the promotions that some came with.</summary>
internal sealed class LabOffersStep(PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-offers";
    private const string Actor = "system:" + By;
    private const int EveryRented = 9;
    private const int EveryPromoted = 7;
    private const int EveryNightly = 23;
    private const int NightlyDays = 90;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        var promotion = await context.Set<PlanPromotion>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == PromotionId(0), cancellationToken);
        if (promotion is null || !await context.Set<PlanAddOn>().AnyAsync(a => a.Id == AddOnId(0), cancellationToken) || await context.Set<PlanAddOn>().AnyAsync(a => a.Id == AddOnId(2), cancellationToken))
        {
            return;
        }

        var by = Actor;
        var sold = await (
            from subscription in context.Set<Subscription>().AsNoTracking()
            join line in context.Set<DesiredAccessRecord>() on subscription.AccessId equals line.AccessId
            where subscription.Status != SubscriptionStatus.Terminated
            orderby subscription.Number
            select new { subscription.Id, subscription.CustomerId, subscription.StartsOn, subscription.Service, line.FixedAddress }).ToListAsync(cancellationToken);
        var now = clock.UtcNow();
        var yearBegan = new DateOnly(now.Year, 1, 1);
        List<SubscriptionAddOn> addOns = [];
        List<SubscriptionPromotion> promotions = [];
        List<SubscriptionHistoryEntry> history = [];
        foreach (var (place, line) in sold.Index())
        {
            if (place % EveryRented == EveryRented / 2)
            {
                addOns.Add(AddOn(place, line.Id, 2, 25_000, line.StartsOn));
                history.Add(Entry(line.Id, line.CustomerId, line.StartsOn, SubscriptionHistoryKind.AddOnAdded, "Sewa ONT"));
            }

            if (line.Service == AccessService.Pppoe && !string.IsNullOrEmpty(line.FixedAddress))
            {
                addOns.Add(AddOn(sold.Count + place, line.Id, 0, 100_000, line.StartsOn));
                history.Add(Entry(line.Id, line.CustomerId, line.StartsOn, SubscriptionHistoryKind.AddOnAdded, "IP publik statis"));
            }

            // Their quarter with fast nights is over: the lab's routers are not changed at ten in the evening while somebody learns on them.
            if (line.Service == AccessService.Pppoe && place % EveryNightly == EveryNightly / 2 && line.StartsOn.AddDays(NightlyDays) < DateOnly.FromDateTime(now))
            {
                var last = line.StartsOn.AddDays(NightlyDays - 1);
                addOns.Add(AddOn((2 * sold.Count) + place, line.Id, 1, 35_000, line.StartsOn, last));
                history.Add(Entry(line.Id, line.CustomerId, line.StartsOn, SubscriptionHistoryKind.AddOnAdded, "Ngebut malam"));
                history.Add(Entry(line.Id, line.CustomerId, last, SubscriptionHistoryKind.AddOnEnded, "Ngebut malam"));
            }

            if (line.StartsOn >= yearBegan && place % EveryPromoted == 1)
            {
                promotions.Add(new SubscriptionPromotion
                {
                    Id = Fixed(0x16, place), SubscriptionId = line.Id, PromotionId = promotion.Id, Name = promotion.Name, Kind = promotion.Kind, PayPeriods = promotion.PayPeriods, GetPeriods = promotion.GetPeriods,
                    FromOn = line.StartsOn, ToOn = SubscriptionCalendar.StartOf(line.StartsOn, new Core.Plans.PlanPeriod(Core.Plans.PlanCycle.Monthly), promotion.GetPeriods ?? 12).AddDays(-1), CreatedBy = by, CreatedAtUtc = now, Version = 1,
                });
                history.Add(Entry(line.Id, line.CustomerId, line.StartsOn, SubscriptionHistoryKind.PromotionGiven, promotion.Name));
            }
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.Add(new PlanAddOn
        {
            Id = AddOnId(2), Code = "ONT-SEWA", Name = "Sewa ONT", SearchKey = SearchKey.Of("Sewa ONT", "ONT-SEWA"), Kind = AddOnKind.RentedDevice, Price = Money.Idr(25_000), TaxCode = "ppn", CreatedAtUtc = now,
        });
        context.Add(new PlanAddOn
        {
            Id = AddOnId(3), Code = "TARIK-KABEL", Name = "Tarik kabel dalam rumah", SearchKey = SearchKey.Of("Tarik kabel dalam rumah", "TARIK-KABEL"), Kind = AddOnKind.Other, Price = Money.Idr(150_000), IsOneTime = true,
            TaxCode = "ppn", CreatedAtUtc = now,
        });
        await context.SaveChangesAsync(cancellationToken);
        await context.InsertSampleRowsAsync(addOns, cancellationToken);
        await context.InsertSampleRowsAsync(promotions, cancellationToken);
        await context.InsertSampleRowsAsync(history, cancellationToken);
        await context.Set<PlanPromotion>().Where(p => p.Id == promotion.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Uses, p => p.Uses + promotions.Count), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        SubscriptionAddOn AddOn(int number, Guid subscriptionId, int addOn, long rupiah, DateOnly from, DateOnly? to = null) => new()
        {
            Id = Fixed(0x15, number), SubscriptionId = subscriptionId, AddOnId = AddOnId(addOn), Quantity = 1, Price = Money.Idr(rupiah), IsOneTime = false, FromOn = from, ToOn = to, CreatedBy = by, CreatedAtUtc = now, Version = 1,
        };

        SubscriptionHistoryEntry Entry(Guid subscriptionId, Guid customerId, DateOnly on, SubscriptionHistoryKind kind, string what) => new()
        {
            Id = Ids.New(clock), SubscriptionId = subscriptionId, CustomerId = customerId, AtUtc = on.ToDateTime(new TimeOnly(3, 1), DateTimeKind.Utc), Kind = kind, EffectiveOn = on, After = what, ActorName = by,
        };
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Guid AddOnId(int index) => Fixed(0x0f, index);

    private static Guid PromotionId(int index) => Fixed(0x10, index);

    private static Guid Fixed(byte kind, int number) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, kind, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
}
