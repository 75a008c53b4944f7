namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>How an attempt to sign in ended.</summary>
internal enum LoginOutcome
{
    Welcome,
    BadCredentials,
    NoApi,
}
