namespace IspPortal.Core.Monitoring;

/// <summary>What lies between two looks at a counter.</summary>
public enum CounterStepKind
{
    /// <summary>It grew, or stood still.</summary>
    Grew,

    /// <summary>It passed the end of its 32 or 64 bits.</summary>
    Wrapped,

    /// <summary>It began anew: redial, reboot, or reset by hand. What was counted before the new start is not known.</summary>
    Restarted,

    /// <summary>The looks lie too far apart, or their times are out of order, for a rate to say anything.</summary>
    Gap,
}
