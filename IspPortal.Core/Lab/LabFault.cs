namespace IspPortal.Core.Lab;

/// <summary>A fault to throw on an emulated router.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record LabFault(LabFaultKind Kind)
{
    /// <summary>How late a <see cref="LabFaultKind.LateReply"/> comes, or how long a <see cref="LabFaultKind.Reboot"/> takes. Default 8 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>After how many rows a reply is cut by <see cref="LabFaultKind.FinMidTable"/> and <see cref="LabFaultKind.ResetMidTable"/>. Default 3.</summary>
    public int AfterRows { get; init; } = 3;
}
