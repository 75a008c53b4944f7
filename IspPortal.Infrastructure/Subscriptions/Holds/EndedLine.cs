using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Subscriptions.Holds;

/// <summary>What a line was before it was ended for its bills: what it takes to bring it back.</summary>
/// <param name="EndsOn">The last day that it had; null: open.</param>
/// <param name="Holds">What held it.</param>
/// <param name="Term">The first day of the term that was cut, with its last; null: none was.</param>
/// <param name="AddOns">Add-ons that were cut, with their last days.</param>
/// <param name="Promotions">Promotions that were cut, with their last days.</param>
internal sealed record EndedLine(DateOnly? EndsOn, IReadOnlyList<EndedLine.Held> Holds, EndedLine.Cut<DateOnly>? Term, IReadOnlyList<EndedLine.Cut<Guid>> AddOns, IReadOnlyList<EndedLine.Cut<Guid>> Promotions)
{
    /// <summary>A hold.</summary>
    internal sealed record Held(AccessHolds Kind, string? Reason);

    /// <summary>Something that ended with the line, and when it would have.</summary>
    internal sealed record Cut<T>(T Id, DateOnly? ToOn);
}
