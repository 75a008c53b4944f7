namespace IspPortal.Core.Mapping.Outages;

/// <summary>How a line stands for the question whether the plant is broken.</summary>
public enum LineCondition
{
    /// <summary>Online.</summary>
    Online,

    /// <summary>It was online and its session ended without the portal's doing.</summary>
    Lost,

    /// <summary>Isolated, paused, ended by a step of the portal, or off for longer: it speaks neither for nor against.</summary>
    NotCounted,

    /// <summary>Its router does not answer: nobody knows.</summary>
    Unknown,
}
