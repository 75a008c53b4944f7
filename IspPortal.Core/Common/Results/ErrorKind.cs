namespace IspPortal.Core.Common.Results;

/// <summary>What sort of failure an <see cref="Error"/> is. The REST API derives the status code from it.</summary>
public enum ErrorKind
{
    /// <summary>The input breaks a rule (422, or 400 when it could not be read at all).</summary>
    Invalid,

    /// <summary>Nobody is signed in (401).</summary>
    Unauthenticated,

    /// <summary>The actor lacks the permission (403).</summary>
    Forbidden,

    /// <summary>What was named does not exist, or the actor may not see it (404).</summary>
    NotFound,

    /// <summary>A duplicate, a wrong state or a stale version (409).</summary>
    Conflict,

    /// <summary>Too many requests (429).</summary>
    TooMany,

    /// <summary>Something outside the portal failed: a router, a gateway, a mail server (502).</summary>
    External,

    /// <summary>Something outside the portal did not answer in time (504).</summary>
    Timeout,
}
