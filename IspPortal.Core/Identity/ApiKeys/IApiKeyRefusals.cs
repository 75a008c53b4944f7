namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Keeps in the audit that calls with API keys were refused. For the door of the API.</summary>
public interface IApiKeyRefusals
{
    /// <summary>
    /// Adds a row to the audit, at most one a minute for each key and reason: a program that is refused a thousand times a second must not fill it. What is not a
    /// key of the portal shares a few rows a minute, however many addresses it comes from. A row says how many refusals of its sort were left out before it. A row
    /// that cannot be written is a line of the log; the caller gets its answer in any case.
    /// </summary>
    Task NoteAsync(ApiKeyRefusal refusal);
}
