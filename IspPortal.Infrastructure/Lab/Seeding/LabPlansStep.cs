using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The sample ISP's service plans with their prices, add-ons, promotions and campaigns, under fixed ids. What is there already stays as people left it.</summary>
internal sealed class LabPlansStep(PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const long Mega = 1_000_000;
    private const string By = "system:lab-plans";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("lab-plans");
        var ids = SamplePlan.All.Select((_, index) => PlanId(index)).ToList();
        if (await context.Set<ServicePlan>().AnyAsync(p => ids.Contains(p.Id), cancellationToken))
        {
            return;
        }

        var now = clock.UtcNow();
        var today = DateOnly.FromDateTime(now);
        var taken = await context.Set<ServicePlan>().Select(p => p.Slug).ToListAsync(cancellationToken);
        foreach (var (index, plan) in SamplePlan.All.Index().Where(p => !taken.Contains(p.Item.Code)))
        {
            context.Add(PlanOf(index, plan, now));
            foreach (var (number, price) in PricesOf(index, plan, today, now).Index())
            {
                price.Id = PriceId(index, number);
                context.Add(price);
            }
        }

        if (taken.Count == 0)
        {
            context.AddRange(AddOns(now));
            context.AddRange(Promotions(today, now));
            context.AddRange(Campaigns(now));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The plan at that place of <see cref="SamplePlan.All"/>.</summary>
    public static Guid PlanId(int index) => Fixed(0x0d, index);

    /// <summary>The opening price of the plan at that place (0), or the one of this year (1).</summary>
    public static Guid PriceId(int index, int number) => Fixed(0x0e, (index * 8) + number);

    private static Guid Fixed(byte kind, int number) => new(0x01890000, 0, 0x7000, [0x80, 0, 0, kind, 0, 0, (byte)(number >> 8), (byte)number]);

    private static ServicePlan PlanOf(int index, SamplePlan plan, DateTime now)
    {
        var (down, up) = (plan.DownloadMbps * Mega, plan.UploadMbps * Mega);
        var isPooled = plan.Kind == AccessKind.Hotspot;
        return new ServicePlan
        {
            Id = PlanId(index),
            Name = plan.Name,
            Slug = plan.Code,
            SearchKey = SearchKey.Of(plan.Name, plan.Code),
            Description = plan.IsBusiness ? "Untuk kantor dan usaha, dengan dukungan hari kerja" : isPooled ? "Hotspot untuk kamar kos" : "Internet rumah tanpa batas pemakaian wajar",
            Service = plan.Kind switch { AccessKind.Hotspot => AccessService.Hotspot, AccessKind.Static => AccessService.Static, _ => AccessService.Pppoe },
            DownBitsPerSecond = down,
            UpBitsPerSecond = up,
            QuotaBytes = isPooled ? 150_000_000_000 : null,
            QuotaResetDay = isPooled ? 1 : null,
            QuotaAction = isPooled ? PlanQuotaAction.Throttle : null,
            ThrottledDownBitsPerSecond = isPooled ? 2 * Mega : null,
            ThrottledUpBitsPerSecond = isPooled ? Mega : null,
            Profile = plan.Kind == AccessKind.Static ? null : plan.Code,
            Cycle = PlanCycle.Monthly,
            Payment = plan.IsBusiness ? PlanPayment.Postpaid : PlanPayment.Prepaid,
            TaxCode = "ppn",
            ContractMonths = plan.IsBusiness ? 12 : 0,
            GraceDays = plan.IsBusiness ? 14 : 7,
            Audience = plan.IsBusiness ? PlanAudience.Business | PlanAudience.Enterprise : PlanAudience.Residential,
            Channels = plan.IsBusiness ? PlanChannels.Counter : PlanChannels.Counter | PlanChannels.Portal | PlanChannels.Reseller,
            IsPopular = plan.Code is "HOME-20" or "HOME-30",
            SortOrder = (index + 1) * 10,
            PricesChangedAtUtc = now,
            CreatedAtUtc = now,
        };
    }

    // A price before, the one in force, and for the most sold plan the next one.
    private static IEnumerable<PlanPrice> PricesOf(int index, SamplePlan plan, DateOnly today, DateTime now)
    {
        var firstOfYear = new DateOnly(today.Year, 1, 1);
        yield return Price(firstOfYear.AddYears(-1), plan.MonthlyPriceIdr - 10_000, "Harga pembukaan");
        yield return Price(firstOfYear, plan.MonthlyPriceIdr, "Penyesuaian tahunan");
        if (plan.Code == "HOME-20")
        {
            yield return Price(new DateOnly(today.Year, today.Month, 1).AddMonths(2), plan.MonthlyPriceIdr + 15_000, "Kenaikan biaya bandwidth");
        }

        PlanPrice Price(DateOnly from, long rupiah, string reason) => new()
        {
            PlanId = PlanId(index),
            ValidFromOn = from,
            Price = Money.Idr(rupiah),
            InstallationFee = Money.Idr(plan.IsBusiness ? 750_000 : plan.Kind == AccessKind.Hotspot ? 0 : 250_000),
            Deposit = Money.Idr(plan.Kind == AccessKind.Pppoe && !plan.IsBusiness ? 150_000 : 0),
            EarlyEndFee = Money.Idr(plan.IsBusiness ? plan.MonthlyPriceIdr * 2 : 0),
            Reason = reason,
            CreatedBy = By,
            CreatedAtUtc = now,
        };
    }

    private static IEnumerable<object> AddOns(DateTime now) =>
    [
        new PlanAddOn
        {
            Id = Fixed(0x0f, 0), Code = "IP-PUBLIK", Name = "IP publik statis", SearchKey = SearchKey.Of("IP publik statis", "IP-PUBLIK"), Kind = AddOnKind.StaticIp, Price = Money.Idr(100_000), TaxCode = "ppn",
            CreatedAtUtc = now,
        },
        new PlanAddOn
        {
            Id = Fixed(0x0f, 1), Code = "NGEBUT-MALAM", Name = "Ngebut malam", SearchKey = SearchKey.Of("Ngebut malam", "NGEBUT-MALAM"), Kind = AddOnKind.NightSpeed, Price = Money.Idr(35_000), TaxCode = "ppn",
            SpeedPercent = 200, NightFrom = new(22, 0), NightTo = new(6, 0), ReconnectsSessions = true, CreatedAtUtc = now,
        },
    ];

    private static IEnumerable<object> Promotions(DateOnly today, DateTime now) =>
    [
        new PlanPromotion
        {
            Id = Fixed(0x10, 0), Name = "Bayar 10 dapat 12", SearchKey = SearchKey.Of("Bayar 10 dapat 12"), Kind = PromotionKind.PayNGetM, PayPeriods = 10, GetPeriods = 12,
            ValidFromOn = new DateOnly(today.Year, 1, 1), CreatedAtUtc = now,
        },
        new PlanPromotion
        {
            Id = Fixed(0x10, 1), Name = "Pelanggan baru diskon 50 %", SearchKey = SearchKey.Of("Pelanggan baru diskon 50 %", "HALO50"), Coupon = "HALO50", Kind = PromotionKind.Percent, Percent = 50, Periods = 3,
            NewCustomersOnly = true, MaxUses = 500, ValidFromOn = today.AddDays(-20), ValidToOn = today.AddMonths(2), CreatedAtUtc = now,
        },
    ];

    private static IEnumerable<object> Campaigns(DateTime now)
    {
        var past = now.Date.AddDays(-40);
        var future = now.Date.AddDays(20).AddHours(-7);
        return
        [
            new SpeedCampaign
            {
                Id = Fixed(0x11, 0), Name = "Akhir pekan dua kali cepat", SearchKey = SearchKey.Of("Akhir pekan dua kali cepat"), FactorPercent = 200, StartsAtUtc = DateTime.SpecifyKind(past, DateTimeKind.Utc),
                EndsAtUtc = DateTime.SpecifyKind(past.AddDays(3), DateTimeKind.Utc), KickTiming = KickTiming.NextRedial, State = SpeedCampaignState.Ended, StartedAtUtc = DateTime.SpecifyKind(past, DateTimeKind.Utc),
                EndedAtUtc = DateTime.SpecifyKind(past.AddDays(3), DateTimeKind.Utc), CreatedBy = By, CreatedAtUtc = now,
            },
            new SpeedCampaignPlan { CampaignId = Fixed(0x11, 0), PlanId = PlanId(0) },
            new SpeedCampaignPlan { CampaignId = Fixed(0x11, 0), PlanId = PlanId(1) },
            new SpeedCampaign
            {
                Id = Fixed(0x11, 1), Name = "Libur panjang", SearchKey = SearchKey.Of("Libur panjang"), Reason = "Terima kasih kepada pelanggan rumah", FactorPercent = 150,
                StartsAtUtc = DateTime.SpecifyKind(future, DateTimeKind.Utc), EndsAtUtc = DateTime.SpecifyKind(future.AddDays(10), DateTimeKind.Utc), Kicks = KickPolicy.Night, State = SpeedCampaignState.Scheduled,
                CreatedBy = By, CreatedAtUtc = now,
            },
            new SpeedCampaignPlan { CampaignId = Fixed(0x11, 1), PlanId = PlanId(1) },
            new SpeedCampaignPlan { CampaignId = Fixed(0x11, 1), PlanId = PlanId(2) },
        ];
    }
}
