using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>A step on its way through a batch.</summary>
internal sealed class BatchStep(int number, PlanStep step, bool wasSent)
{
    public int Number { get; } = number;

    public PlanStep Step { get; set; } = step;

    public bool WasSent { get; } = wasSent;

    public StepVerdict? Verdict { get; set; }

    public PlanStepState State { get; set; } = PlanStepState.Pending;

    public string? Code { get; set; }

    public string? Answer { get; set; }

    public string? ItemId { get; set; }

    public int? DurationMilliseconds { get; set; }
}
