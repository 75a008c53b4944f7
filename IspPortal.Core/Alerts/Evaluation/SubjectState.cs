namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>What one rule knows of one subject.</summary>
internal struct SubjectState
{
    /// <summary>When it was read last; 0: never.</summary>
    public long SeenTicks;

    /// <summary>Since when it is bad without a gap; 0: it is not.</summary>
    public long BadSinceTicks;

    public double Value;

    /// <summary>What a fall or a rise is measured from while it lasts.</summary>
    public double Baseline;

    public FigureWindow? Window;

    public bool IsScopeKnown;

    public bool IsInScope;

    /// <summary>Bad for long enough.</summary>
    public bool IsBad;

    /// <summary>An incident is open.</summary>
    public bool IsFiring;
}
