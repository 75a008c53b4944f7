using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Mapping.Tracing;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What lines that are too dark have in common.</summary>
/// <param name="Suspects">Any of these explains them equally well; the nearest to the lines first.</param>
/// <param name="Bad">How many lines below it are too dark.</param>
/// <param name="Known">How many lines below it have a level at all.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Monthly">What the dark ones bring in an average month, without tax.</param>
internal sealed record LevelCauseResource(IReadOnlyList<PlantElementRow> Suspects, int Bad, int Known, string Currency, long Monthly)
{
    public static LevelCauseResource Of(LevelCause cause) => new(cause.Suspects, cause.Bad, cause.Known, cause.Monthly.Currency.Code, cause.Monthly.Minor);
}
