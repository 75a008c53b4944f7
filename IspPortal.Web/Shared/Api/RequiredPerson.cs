namespace IspPortal.Web.Shared.Api;

/// <summary>Marks endpoints that are for people: an API key is refused there.</summary>
internal sealed class RequiredPerson
{
    public static RequiredPerson Instance { get; } = new();
}
