namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A decision with its reason.</summary>
/// <param name="Decision">What to do.</param>
/// <param name="Code">Why it is skipped or fails; null when it is sent.</param>
/// <param name="ItemId">The item as the router numbers it now; null for a new one.</param>
internal sealed record StepVerdict(StepDecision Decision, string? Code, string? ItemId)
{
    public static StepVerdict Send(string? itemId) => new(StepDecision.Send, null, itemId);

    public static StepVerdict Skip(string code, string? itemId = null) => new(StepDecision.Skip, code, itemId);

    public static StepVerdict Fail(string code, string? itemId = null) => new(StepDecision.Fail, code, itemId);
}
