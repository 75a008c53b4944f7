namespace IspPortal.Core.Network.Imports;

/// <summary>What importing would make of something found on a router.</summary>
public enum ImportVerdict
{
    /// <summary>Its customer is known; or it needs none (a profile).</summary>
    Matched,

    /// <summary>No customer of the file fits. It can be taken all the same.</summary>
    Unmatched,

    /// <summary>Several customers fit it, or its customer fits several lines. A person has to look; it can be taken.</summary>
    Doubled,

    /// <summary>Its name cannot be written back as it was read, or breaks a rule of the portal: it cannot be taken.</summary>
    Unreadable,

    /// <summary>It contradicts another line: it cannot be taken.</summary>
    Conflict,

    /// <summary>The portal has it already.</summary>
    Owned,
}
