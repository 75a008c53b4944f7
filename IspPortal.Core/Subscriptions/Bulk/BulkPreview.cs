using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>What a change to many would do. Nothing was changed.</summary>
/// <param name="Selected">How many the list has, ended ones left out.</param>
/// <param name="Able">How many would be changed.</param>
/// <param name="Obstacles">Why others would not be, the most frequent first.</param>
/// <param name="SessionsOnline">Live sessions of those that would be changed on their router.</param>
/// <param name="MonthlyBefore">What those that would be changed pay in an average month; null when no price changes.</param>
/// <param name="MonthlyAfter">The same afterwards; null when no price changes.</param>
public sealed record BulkPreview(int Selected, int Able, IReadOnlyList<BulkObstacle> Obstacles, int SessionsOnline, Money? MonthlyBefore, Money? MonthlyAfter);
