namespace IspPortal.Core.Identity;

/// <summary>Who or what acts.</summary>
public enum ActorKind
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>A person with an account.</summary>
    User,

    /// <summary>An API key.</summary>
    ApiKey,

    /// <summary>A job or a start-up step of the portal itself.</summary>
    System,
}
