using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using IspPortal.Core.Common.Results;
using IspPortal.Web.Shared.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace IspPortal.Tests.Web;

public sealed partial class TextsInBothLanguagesTests
{
    private static readonly Assembly Web = typeof(ErrorText).Assembly;

    public static TheoryData<string> TextSets => [.. Web.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length])];

    public static TheoryData<string> ErrorCodes => [.. new[] { typeof(Error).Assembly, typeof(global::IspPortal.Infrastructure.RouterOs.Wire.WordLength).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Errors", StringComparison.Ordinal))
        .SelectMany(CodesOf)
        .Distinct()];

    [Theory]
    [MemberData(nameof(TextSets))]
    public void A_set_of_texts_has_the_same_keys_and_placeholders_in_both_languages(string name)
    {
        var set = new ResourceManager(name, Web);
        var english = Read(set, CultureInfo.InvariantCulture);
        var indonesian = Read(set, CultureInfo.GetCultureInfo("id"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(text), key);
            Assert.False(string.IsNullOrWhiteSpace(indonesian[key]), key);
            Assert.Equal((key, Placeholders(text)), (key, Placeholders(indonesian[key])));
            Assert.DoesNotContain('!', text);
            Assert.DoesNotContain('!', indonesian[key]);
        }
    }

    [Theory]
    [MemberData(nameof(TextSets))]
    public void A_set_of_texts_has_its_marker_class(string name) => Assert.NotNull(Web.GetType(name));

    [Theory]
    [MemberData(nameof(ErrorCodes))]
    public void An_error_code_has_a_sentence_of_its_own(string code)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<ErrorText>().BuildServiceProvider();
        var errors = new ErrorText(services.GetRequiredService<IStringLocalizerFactory>());

        Assert.NotEqual(errors.Of("nothing.of_the_kind").WhatHappened, errors.Of(code).WhatHappened);
    }

    [Fact]
    public void An_unknown_code_still_gives_a_sentence_and_the_code()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var sentence = new ErrorText(services.GetRequiredService<IStringLocalizerFactory>()).Of("nothing.of_the_kind");

        Assert.Equal("nothing.of_the_kind", sentence.Code);
        Assert.NotEmpty(sentence.WhatHappened);
        Assert.NotEqual("common.unexpected", sentence.WhatHappened);
    }

    private static Dictionary<string, string> Read(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!) ?? [];

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Groups["number"].Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> CodesOf(Type errors)
    {
        const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var values = errors.GetProperties(Members).Where(property => property.PropertyType == typeof(Error)).Select(property => property.GetValue(null))
            .Concat(errors.GetMethods(Members).Where(method => !method.IsSpecialName && !method.IsGenericMethod && method.ReturnType == typeof(Error))
                .Select(method => method.Invoke(null, [.. method.GetParameters().Select(Sample)])));
        return values.Cast<Error>().SelectMany(error => error.Fields.Select(field => field.Code).Prepend(error.Code));
    }

    private static object? Sample(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(string) ? "x"
            : type.IsValueType ? Activator.CreateInstance(type)
            : type == typeof(Error) ? new Error("common.invalid", ErrorKind.Invalid)
            : type == typeof(IReadOnlyList<FieldError>) || type == typeof(FieldError[]) ? Array.Empty<FieldError>()
            : null;
    }

    [GeneratedRegex(@"\{(?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
