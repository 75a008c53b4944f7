namespace IspPortal.Web.Shared.Errors;

/// <summary>
/// Marks the texts of all errors whose code begins with <paramref name="prefix"/> and a dot. Keys are the code (what happened) and the
/// code + <c>.do</c> (what it means for the person and what to do).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ErrorTextsAttribute(string prefix) : Attribute
{
    public string Prefix => prefix;
}
