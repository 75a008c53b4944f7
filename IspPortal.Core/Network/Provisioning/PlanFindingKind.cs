namespace IspPortal.Core.Network.Provisioning;

/// <summary>Something that keeps the planner from making a step, or that a person should know.</summary>
public enum PlanFindingKind
{
    /// <summary>An item of that name is there and not the portal's: it is left alone unless adopted.</summary>
    Foreign,

    /// <summary>The item carries the mark of another portal or of an access that is not known here.</summary>
    UnknownOwner,

    /// <summary>Two items carry the same mark.</summary>
    Repeated,

    /// <summary>A new account is needed and its password is not known.</summary>
    PasswordUnknown,

    /// <summary>The profile that the account needs is not on the router.</summary>
    ProfileMissing,

    /// <summary>The line should be isolated and the router's isolir kit is not in order.</summary>
    IsolirNotReady,

    /// <summary>A profile differs in a property that the portal does not own there.</summary>
    NotOwnedProperty,

    /// <summary>The line has no address to put on a list.</summary>
    AddressMissing,

    /// <summary>Another line wants the same name on this router.</summary>
    NameTwice,

    /// <summary>Another line has the same fixed address on the router that the line would be put on.</summary>
    AddressTaken,

    /// <summary>The line's twin is on a router that is no part of the pair.</summary>
    TwinElsewhere,
}
