using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>Says in the reader's language what plans hold as values.</summary>
internal static class PlanWords
{
    public static string PeriodOf(this IStringLocalizer<PlansTexts> texts, PlanPeriod period) =>
        period.Cycle == PlanCycle.CustomDays ? texts["Per.CustomDays", period.Days ?? 0] : texts["Per." + period.Cycle];

    public static string SpeedOf(this IStringLocalizer<PlansTexts> texts, long down, long up, ReaderFormat format) => texts["Speed", Short(down, format), Short(up, format)];

    /// <summary>What an add-on is, under its name: its own words, or those of its kind; of a night speed also how much and when.</summary>
    public static string OfferOf(this IStringLocalizer<PlansTexts> texts, SaveAddOnRequest addOn) =>
        string.Join(" · ", new[] { addOn.Description ?? texts["AddOnKind." + addOn.Kind].Value, texts.NightOf(addOn.SpeedPercent, addOn.NightFrom, addOn.NightTo) }.Where(text => text is not null));

    /// <summary>How much faster and between which hours; null where it is no night speed.</summary>
    public static string? NightOf(this IStringLocalizer<PlansTexts> texts, int? percent, TimeOnly? from, TimeOnly? to) => percent is null || from is null || to is null
        ? null
        : texts["NightOf", percent, from.Value.ToString("HH:mm", CultureInfo.InvariantCulture), to.Value.ToString("HH:mm", CultureInfo.InvariantCulture)].Value;

    public static string ValueOf(this IStringLocalizer<PlansTexts> texts, SavePromotionRequest promotion, ReaderFormat format) => promotion.Kind switch
    {
        PromotionKind.Percent => texts["Value.Percent", promotion.Percent ?? 0],
        PromotionKind.Amount => texts["Value.Amount", format.Money(promotion.Amount)],
        PromotionKind.PayNGetM => texts["Value.PayNGetM", promotion.PayPeriods ?? 0, promotion.GetPeriods ?? 0],
        _ => texts["Value.FreeMonths", promotion.Periods ?? 0],
    };

    public static string ChangeOf(this IStringLocalizer<PlansTexts> texts, SaveCampaignRequest campaign, ReaderFormat format) => campaign.FactorPercent is { } percent
        ? texts["CampaignFactor", percent]
        : texts.SpeedOf(campaign.DownBitsPerSecond ?? 0, campaign.UpBitsPerSecond ?? 0, format);

    public static Tone ToneOf(PromotionState state) => state switch { PromotionState.Running => Tone.Good, PromotionState.Upcoming => Tone.Info, _ => Tone.Neutral };

    public static Tone ToneOf(SpeedCampaignState state) => state switch
    {
        SpeedCampaignState.Running => Tone.Good,
        SpeedCampaignState.Scheduled => Tone.Info,
        SpeedCampaignState.Ending => Tone.Warning,
        SpeedCampaignState.Missed => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static string IconOf(SpeedCampaignState state) => state switch
    {
        SpeedCampaignState.Running => "bolt",
        SpeedCampaignState.Scheduled => "schedule",
        SpeedCampaignState.Ending => "hourglass_empty",
        SpeedCampaignState.Missed => "event_busy",
        SpeedCampaignState.Cancelled => "block",
        _ => "check_circle",
    };

    public static Tone ToneOf(PlanProfileState state) => state switch { PlanProfileState.InStep => Tone.Good, PlanProfileState.Different => Tone.Warning, PlanProfileState.Missing => Tone.Bad, _ => Tone.Neutral };

    private static string Short(long rate, ReaderFormat format) => rate % 1_000_000 == 0
        ? (rate / 1_000_000).ToString("N0", format.Culture)
        : (rate / 1_000_000m).ToString("0.###", format.Culture);
}
