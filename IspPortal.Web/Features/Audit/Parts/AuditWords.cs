using IspPortal.Web.Shared;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Audit.Parts;

/// <summary>The reader's words for what the audit stores as stable ones; a word without a text shows as it is stored.</summary>
internal sealed class AuditWords(IStringLocalizer<AuditTexts> texts)
{
    private const string EntityPrefix = "Entity.";
    private const string ActionPrefix = "Action.";

    /// <summary>The kinds of things that have a word, as choices.</summary>
    public IReadOnlyList<ChipOption> Entities => Options(EntityPrefix);

    /// <summary>The actions that have a word, as choices.</summary>
    public IReadOnlyList<ChipOption> Actions => Options(ActionPrefix);

    public string Entity(string entity) => Word(EntityPrefix, entity);

    public string Action(string action) => Word(ActionPrefix, action);

    /// <summary>Where the thing itself is shown, or null when it has no page.</summary>
    public static string? HrefOf(string entity, string? entityId) => (entity, entityId) switch
    {
        (_, null) => null,
        ("router", _) => $"routers/{entityId}",
        ("customer-import", _) => $"customer-imports/{entityId}",
        ("customer", _) => $"customers/{entityId}",
        ("access", _) => $"subscribers/{entityId}",
        ("api_key", _) => $"api-keys/{entityId}",
        ("settings", _) => "settings",
        ("alert", _) => "alerts?status=all",
        _ => null,
    };

    private string Word(string prefix, string word)
    {
        var text = texts[prefix + word];
        return text.ResourceNotFound ? word : text.Value;
    }

    private IReadOnlyList<ChipOption> Options(string prefix) =>
        [.. texts.GetAllStrings(includeParentCultures: true)
            .Where(text => text.Name.StartsWith(prefix, StringComparison.Ordinal))
            .DistinctBy(text => text.Name)
            .Select(text => new ChipOption(text.Name[prefix.Length..], text.Value))
            .OrderBy(option => option.Text, StringComparer.CurrentCulture)];
}
