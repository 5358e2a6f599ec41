using System.Collections;
using System.Reflection;
using System.Text.Json;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>Makes instances of classes, generated or written by hand, from values without a class, and reads them back.</summary>
internal static class Clr
{
    /// <summary>An instance of <paramref name="type"/> with this value.</summary>
    public static object? Make(Type type, object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        switch (value)
        {
            case null:
                return null;
            case RandomObject random:
                var instance = Activator.CreateInstance(type)!;
                var (properties, others) = PropertiesOf(type);
                foreach (var (index, property) in properties.Index())
                {
                    if (random.Properties[index] != RandomObject.Absent)
                    {
                        property.SetValue(instance, IsWrapper(property.PropertyType)
                            ? Activator.CreateInstance(property.PropertyType, Make(property.PropertyType.GetGenericArguments()[0], random.Properties[index]))
                            : Make(property.PropertyType, random.Properties[index]));
                    }
                }
                if (random.Others.Count > 0)
                {
                    others!.SetValue(instance, random.Others.ToDictionary(static pair => pair.Key, static pair => JsonElement.Parse(pair.Value)));
                }
                return instance;
            case RandomChoice choice:
                // A way to make each case, in the order of the schema.
                var factory = type.GetMethods(BindingFlags.Public | BindingFlags.Static).OrderBy(static method => method.MetadataToken)
                    .Where(method => method.ReturnType == type && method.GetParameters().Length == 1 && method.Name is not ("FromUnknown" or "ReadJson")).ElementAt(choice.Case);
                return factory.Invoke(null, [Make(factory.GetParameters()[0].ParameterType, choice.Value)]);
            case List<object?> items:
                var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
                items.ForEach(item => list.Add(Make(type.GetGenericArguments()[0], item)));
                return list;
            case Dictionary<string, object?> map:
                var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
                foreach (var (name, item) in map)
                {
                    dictionary.Add(name, Make(type.GetGenericArguments()[1], item));
                }
                return dictionary;
            case TimeSpan time when type == typeof(Duration):
                return (Duration)time;
            default:
                return type == value.GetType() ? value : Activator.CreateInstance(type, value);
        }
    }

    /// <summary>What an instance has, as text in which equal values are equal.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => Convert.ToHexString(bytes),
        double or float or decimal or TimeSpan or Guid or bool or int or long or ulong => FormattableString.Invariant($"{value}"),
        Duration duration => Show(duration.ToTimeSpan()),
        DateTimeOffset or DateOnly or TimeOnly => FormattableString.Invariant($"{value:O}"),
        Uri uri => uri.OriginalString,
        JsonElement json => json.GetRawText(),
        RandomObject random => Show(random.Properties, random.Others),
        IDictionary map => $"{{{string.Join(',', map.Keys.Cast<string>().Select(name => $"'{name}':{Show(map[name])}"))}}}",
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Show))}]",
        _ when value.GetType().GetProperty("IsKnown") is not null => Show(value.GetType().GetProperty("Value")!.GetValue(value)),
        _ => ShowInstance(value),
    };

    private static string ShowInstance(object instance)
    {
        var (properties, others) = PropertiesOf(instance.GetType());
        return Show(properties.Select(property => (property.GetValue(instance), property.PropertyType) switch
        {
            ({ } wrapper, var type) when IsWrapper(type) => (bool)type.GetProperty("IsPresent")!.GetValue(wrapper)! ? type.GetProperty("Value")!.GetValue(wrapper) : RandomObject.Absent,
            // Without a wrapper, null is absent where null is no value; the schema decides, and both classes alike.
            (var value, _) => value,
        }), (IDictionary?)others?.GetValue(instance));
    }

    private static string Show(IEnumerable<object?> properties, IDictionary? others) =>
        string.Concat(properties.Select(static value => (value == RandomObject.Absent ? "absent" : Show(value)) + ";"))
        + string.Concat((others?.Keys.Cast<string>() ?? []).Select(name => $"'{name}':{(others![name] is JsonElement json ? json.GetRawText() : others[name])};"));

    private static bool IsWrapper(Type type) => type.IsGenericType && type.Name is "Optional`1" or "Maybe`1";

    private static (List<PropertyInfo> Properties, PropertyInfo? Others) PropertiesOf(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(static property => property.MetadataToken).ToList();
        var others = type.IsSubclassOf(typeof(OpenObject)) ? type.GetProperty(nameof(OpenObject.AdditionalProperties)) : properties.FindLast(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericArguments() is [var key, var value] && key == typeof(string) && value == typeof(JsonElement));
        return (properties.FindAll(property => property != others), others);
    }
}
