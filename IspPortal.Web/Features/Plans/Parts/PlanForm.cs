using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>A service plan as text while it is typed.</summary>
internal sealed class PlanForm
{
    private const long Giga = 1_000_000_000;

    public string Name { get; set; } = "";

    public string Slug { get; set; } = "";

    public string Description { get; set; } = "";

    public string Service { get; set; } = nameof(AccessService.Pppoe);

    public string Down { get; set; } = "";

    public string Up { get; set; } = "";

    public bool Bursts { get; set; }

    public string BurstDown { get; set; } = "";

    public string BurstUp { get; set; } = "";

    public string BurstThreshold { get; set; } = "75";

    public string BurstSeconds { get; set; } = "16";

    public string QuotaGigabytes { get; set; } = "";

    public string QuotaAction { get; set; } = nameof(PlanQuotaAction.Throttle);

    public string QuotaResetDay { get; set; } = "";

    public string ThrottledDown { get; set; } = "";

    public string ThrottledUp { get; set; } = "";

    public string ThrottledProfile { get; set; } = "";

    public string ConcurrentSessions { get; set; } = "1";

    public string Profile { get; set; } = "";

    public string Cycle { get; set; } = nameof(PlanCycle.Monthly);

    public string CycleDays { get; set; } = "30";

    public string Payment { get; set; } = nameof(PlanPayment.Prepaid);

    public string TaxCode { get; set; } = "ppn";

    public string ContractMonths { get; set; } = "0";

    public string GraceDays { get; set; } = "7";

    public PlanAudience Audience { get; set; } = PlanAudience.Residential;

    public PlanChannels Channels { get; set; } = PlanChannels.Counter;

    public string Areas { get; set; } = "";

    public bool IsPopular { get; set; }

    public string SortOrder { get; set; } = "100";

    public TermsForm Terms { get; set; } = new();

    /// <summary>The rate-limit that routers would get, or null while the speeds cannot be read.</summary>
    public string? RateLimit =>
        FormReader.ReadSpeed(Down) is { } down && FormReader.ReadSpeed(Up) is { } up && (!Bursts || (FormReader.ReadSpeed(BurstDown) is not null && FormReader.ReadSpeed(BurstUp) is not null))
            ? SpeedOf(new FormReader(), down, up).ToRateLimit().ToString()
            : null;

    public static PlanForm Of(SavePlanRequest plan) => new()
    {
        Name = plan.Name,
        Slug = plan.Slug,
        Description = plan.Description ?? "",
        Service = plan.Service.ToString(),
        Down = FormReader.TextOf(plan.Speed.DownBitsPerSecond),
        Up = FormReader.TextOf(plan.Speed.UpBitsPerSecond),
        Bursts = plan.Speed.BurstDownBitsPerSecond is not null,
        BurstDown = FormReader.TextOf(plan.Speed.BurstDownBitsPerSecond),
        BurstUp = FormReader.TextOf(plan.Speed.BurstUpBitsPerSecond),
        BurstThreshold = Text(plan.Speed.BurstThresholdPercent),
        BurstSeconds = Text(plan.Speed.BurstSeconds),
        QuotaGigabytes = plan.QuotaBytes is { } bytes ? (bytes / (decimal)Giga).ToString("0.###", CultureInfo.InvariantCulture) : "",
        QuotaAction = (plan.QuotaAction ?? PlanQuotaAction.Throttle).ToString(),
        QuotaResetDay = Text(plan.QuotaResetDay),
        ThrottledDown = FormReader.TextOf(plan.ThrottledDownBitsPerSecond),
        ThrottledUp = FormReader.TextOf(plan.ThrottledUpBitsPerSecond),
        ThrottledProfile = plan.ThrottledProfile ?? "",
        ConcurrentSessions = Text(plan.ConcurrentSessions),
        Profile = plan.Profile ?? "",
        Cycle = plan.Period.Cycle.ToString(),
        CycleDays = Text(plan.Period.Days ?? 30),
        Payment = plan.Payment.ToString(),
        TaxCode = plan.TaxCode,
        ContractMonths = Text(plan.ContractMonths),
        GraceDays = Text(plan.GraceDays),
        Audience = plan.Audience,
        Channels = plan.Channels,
        Areas = plan.Areas ?? "",
        IsPopular = plan.IsPopular,
        SortOrder = Text(plan.SortOrder),
    };

    public Result<SavePlanRequest> Read(bool isNew)
    {
        var reader = new FormReader();
        var service = Enum.Parse<AccessService>(Service);
        var quota = ReadQuota(reader);
        var action = quota is null ? (PlanQuotaAction?)null : Enum.Parse<PlanQuotaAction>(QuotaAction);
        var cycle = Enum.Parse<PlanCycle>(Cycle);
        var request = new SavePlanRequest(
            Name.Trim(), Slug.Trim(), service, SpeedOf(reader, reader.NeededSpeed("speed.downBitsPerSecond", Down), reader.NeededSpeed("speed.upBitsPerSecond", Up)))
        {
            Description = FormReader.NullIfBlank(Description),
            QuotaBytes = quota,
            QuotaAction = action,
            QuotaResetDay = quota is null ? null : reader.Whole("quotaResetDay", QuotaResetDay),
            ThrottledDownBitsPerSecond = action == PlanQuotaAction.Throttle ? reader.Speed("throttledDownBitsPerSecond", ThrottledDown) : null,
            ThrottledUpBitsPerSecond = action == PlanQuotaAction.Throttle ? reader.Speed("throttledUpBitsPerSecond", ThrottledUp) : null,
            ThrottledProfile = action == PlanQuotaAction.Throttle ? FormReader.NullIfBlank(ThrottledProfile) : null,
            ConcurrentSessions = reader.Needed("concurrentSessions", ConcurrentSessions),
            Profile = service == AccessService.Static ? null : FormReader.NullIfBlank(Profile),
            Period = new PlanPeriod(cycle, cycle == PlanCycle.CustomDays ? reader.Needed("cycleDays", CycleDays) : null),
            Payment = Enum.Parse<PlanPayment>(Payment),
            TaxCode = TaxCode.Trim(),
            ContractMonths = reader.Needed("contractMonths", ContractMonths),
            GraceDays = reader.Needed("graceDays", GraceDays),
            Audience = Audience,
            Channels = Channels,
            Areas = FormReader.NullIfBlank(Areas),
            IsPopular = IsPopular,
            SortOrder = reader.Needed("sortOrder", SortOrder),
            Terms = isNew ? Terms.Read(reader) : null,
        };
        return reader.Error is { } error ? error : request;
    }

    private PlanSpeed SpeedOf(FormReader reader, long down, long up) => Bursts
        ? new PlanSpeed(down, up)
        {
            BurstDownBitsPerSecond = reader.NeededSpeed("speed.burstDownBitsPerSecond", BurstDown),
            BurstUpBitsPerSecond = reader.NeededSpeed("speed.burstUpBitsPerSecond", BurstUp),
            BurstThresholdPercent = reader.Whole("speed.burstThresholdPercent", BurstThreshold),
            BurstSeconds = reader.Whole("speed.burstSeconds", BurstSeconds),
        }
        : new PlanSpeed(down, up);

    private long? ReadQuota(FormReader reader)
    {
        if (string.IsNullOrWhiteSpace(QuotaGigabytes))
        {
            return null;
        }

        if (decimal.TryParse(QuotaGigabytes.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var gigabytes) && gigabytes is > 0 and <= 1_000_000)
        {
            return (long)(gigabytes * Giga);
        }

        reader.Missing("quotaBytes");
        return null;
    }

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
