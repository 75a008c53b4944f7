using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping.Tracing;

namespace IspPortal.Core.Mapping.Levels;

/// <summary>What lines that are too dark have in common.</summary>
/// <param name="Suspects">Any of these explains them equally well; the nearest to the lines first.</param>
/// <param name="Bad">How many lines below it are too dark.</param>
/// <param name="Known">How many lines below it have a level at all.</param>
/// <param name="Monthly">What the dark ones bring in an average month, without tax.</param>
public sealed record LevelCause(IReadOnlyList<PlantElementRow> Suspects, int Bad, int Known, Money Monthly);
