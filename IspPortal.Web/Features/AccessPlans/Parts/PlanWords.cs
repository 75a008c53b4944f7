using IspPortal.Core.Network.Provisioning;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.AccessPlans.Parts;

/// <summary>Says in the reader's language what a plan holds as codes.</summary>
internal static class PlanWords
{
    public static string OriginOf(this IStringLocalizer<AccessPlansTexts> texts, string origin)
    {
        var word = texts["Origin." + origin];
        return word.ResourceNotFound ? texts["Origin.other"] : word;
    }

    public static string MenuOf(this IStringLocalizer<AccessPlansTexts> texts, string menu)
    {
        var word = texts["Menu." + menu];
        return word.ResourceNotFound ? menu : word;
    }

    public static string ReasonOf(this IStringLocalizer<AccessPlansTexts> texts, string reason)
    {
        var word = texts["Reason." + reason];
        return word.ResourceNotFound ? texts["Reason.other", reason] : word;
    }

    /// <summary>When the sessions of a plan end.</summary>
    public static string KicksOf(this IStringLocalizer<AccessPlansTexts> texts, KickPolicy kicks, int count) => kicks switch
    {
        _ when count == 0 && kicks.Timing != KickTiming.NextRedial => texts["KicksNone"],
        { Timing: KickTiming.Now } => texts["KicksNow"],
        { Timing: KickTiming.NextRedial } => texts["KicksNextRedial"],
        { PerSecond: { } perSecond } => texts["KicksWindow", $"{kicks.WindowFrom:HH\\:mm}", $"{kicks.WindowTo:HH\\:mm}", perSecond],
        _ => texts["KicksWindowFree", $"{kicks.WindowFrom:HH\\:mm}", $"{kicks.WindowTo:HH\\:mm}"],
    };

    /// <summary>A plan's name: the person's reason, else what it came from and when.</summary>
    public static string TitleOf(this IStringLocalizer<AccessPlansTexts> texts, AccessPlanRow plan, ReaderFormat format) =>
        string.IsNullOrWhiteSpace(plan.Reason) ? texts["TitleOf", texts.OriginOf(plan.Origin), format.Moment(plan.CreatedAtUtc)] : plan.Reason;
}
