namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>What a client meets at a port.</summary>
internal enum PortState
{
    /// <summary>Refused.</summary>
    Closed,

    /// <summary>Accepted.</summary>
    Open,

    /// <summary>No answer at all.</summary>
    Dropping,
}
