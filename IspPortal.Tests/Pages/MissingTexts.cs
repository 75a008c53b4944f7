using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Pages;

/// <summary>Notes every key that a component asks for and no resource has: such a key would stand on the page as it is.</summary>
internal sealed class MissingTexts : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory _real = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
    private readonly ConcurrentDictionary<string, byte> _missing = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys => [.. _missing.Keys.Order(StringComparer.Ordinal)];

    public static MissingTexts Watch(IServiceCollection services)
    {
        var texts = new MissingTexts();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory>(texts));
        return texts;
    }

    public IStringLocalizer Create(Type resourceSource) => new Watched(_real.Create(resourceSource), resourceSource.Name, _missing);

    public IStringLocalizer Create(string baseName, string location) => new Watched(_real.Create(baseName, location), baseName, _missing);

    private sealed class Watched(IStringLocalizer real, string source, ConcurrentDictionary<string, byte> missing) : IStringLocalizer
    {
        public LocalizedString this[string name] => Noted(real[name]);

        public LocalizedString this[string name, params object[] arguments] => Noted(real[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => real.GetAllStrings(includeParentCultures);

        private LocalizedString Noted(LocalizedString text)
        {
            if (text.ResourceNotFound)
            {
                missing[$"{source}: {text.Name}"] = 0;
            }

            return text;
        }
    }
}
