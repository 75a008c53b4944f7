using System.Globalization;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Web.Features.Plans;
using IspPortal.Web.Features.Plans.Parts;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Subscriptions.Parts;

/// <summary>Small forms that the subscription pages share.</summary>
internal static class SubscriptionWords
{
    /// <summary>The list's filters as the address of its page has them.</summary>
    public static SubscriptionFilter FilterOf(Func<string, string?> valueOf) => new(
        Enum.TryParse<SubscriptionStatus>(valueOf("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
        Guid.TryParse(valueOf("plan"), out var plan) ? plan : null,
        Guid.TryParse(valueOf("router"), out var router) ? router : null,
        Guid.TryParse(valueOf("customer"), out var customer) ? customer : null)
    {
        EndsWithinDays = int.TryParse(valueOf("ends"), CultureInfo.InvariantCulture, out var days) ? days : null,
        Unsettled = valueOf("line") == "open",
        Trials = valueOf("trial") == "true",
    };

    public static string HoldsOf(this IStringLocalizer<SubscriptionsTexts> texts, AccessHolds holds) =>
        string.Join(", ", Enum.GetValues<AccessHolds>().Where(hold => hold != AccessHolds.None && holds.HasFlag(hold)).Select(hold => texts["Hold." + hold].Value));

    /// <summary>What happened, in the reader's language: words of the portal are translated, names of plans and routers stay.</summary>
    public static string SentenceOf(this IStringLocalizer<SubscriptionsTexts> texts, SubscriptionHistoryRow row, ReaderFormat format) =>
        texts["History." + row.Kind, WordOf(texts, row.Kind, row.Before, format), WordOf(texts, row.Kind, row.After, format)];

    /// <summary>What a promotion promises.</summary>
    public static string ValueOf(this IStringLocalizer<PlansTexts> texts, SubscriptionPromotionRow promise, ReaderFormat format) => texts.ValueOf(
        new SavePromotionRequest(promise.Name, promise.Kind, promise.FromOn, promise.ToOn) { Percent = promise.Percent, Amount = promise.Amount, PayPeriods = promise.PayPeriods, GetPeriods = promise.GetPeriods, Periods = promise.Periods },
        format);

    public static Tone ToneOf(LineDeliveryState state) => state switch
    {
        LineDeliveryState.Settled => Tone.Good,
        LineDeliveryState.Failed => Tone.Bad,
        LineDeliveryState.Observed => Tone.Info,
        _ => Tone.Warning,
    };

    public static string IconOf(LineDeliveryState state) => state switch
    {
        LineDeliveryState.Settled => "check_circle",
        LineDeliveryState.Failed => "error",
        LineDeliveryState.Observed => "visibility",
        _ => "hourglass_top",
    };

    private static string WordOf(IStringLocalizer<SubscriptionsTexts> texts, SubscriptionHistoryKind kind, string? word, ReaderFormat format)
    {
        if (word is null)
        {
            return ReaderFormat.Unknown;
        }

        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return format.Day(day);
        }

        var prefix = kind switch
        {
            SubscriptionHistoryKind.Held or SubscriptionHistoryKind.Released => "Hold.",
            SubscriptionHistoryKind.Scheduled or SubscriptionHistoryKind.ScheduleCancelled or SubscriptionHistoryKind.ScheduleFailed or SubscriptionHistoryKind.ScheduleDismissed => "Change.",
            SubscriptionHistoryKind.AutoRenewChanged => "AutoRenew.",
            _ => null,
        };
        return prefix is not null && texts[prefix + word] is { ResourceNotFound: false } found ? found.Value : word;
    }
}
