using System.Collections.Frozen;
using System.Globalization;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace IspPortal.Web.Documents;

/// <summary>Renders the component that prints a document: the one that is a <see cref="PrintedDocument{TDocument}"/> of its record.</summary>
internal sealed class DocumentHtml(HtmlRenderer renderer, ISettingsReader<CompanySettings> company) : IDocumentHtml
{
    private static readonly FrozenDictionary<Type, Type> Components = typeof(DocumentHtml).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(PrintedDocument<>))
        .ToFrozenDictionary(type => type.BaseType!.GenericTypeArguments[0]);

    public async Task<string> RenderAsync(IPrintedDocument document, string language, CancellationToken cancellationToken)
    {
        var component = Components.GetValueOrDefault(document.GetType()) ?? throw new InvalidOperationException($"No component prints {document.GetType().Name}.");
        var head = await company.GetAsync(cancellationToken);
        var culture = CultureInfo.GetCultureInfo(language.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? "id-ID" : "en-GB");
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // The reader of the paper need not read the language of the one who prints it.
            var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            try
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Document"] = document, ["Company"] = head });
                return (await renderer.RenderComponentAsync(component, parameters)).ToHtmlString();
            }
            finally
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
            }
        });
    }
}
