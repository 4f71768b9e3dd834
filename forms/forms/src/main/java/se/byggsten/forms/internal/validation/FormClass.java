package se.byggsten.forms.internal.validation;

import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class for a form that has none: one public field for each field of the form.
 *
 * <p>The class lives in a loader of its own and goes away with the form.
 */
final class FormClass extends ClassLoader {
  private static final String NAME = "se.byggsten.forms.generated.Answers";

  private FormClass(ClassLoader parent) {
    super(parent);
  }

  /** The number keeps the classes of one form apart: Hibernate Validator knows them by name. */
  static Class<?> with(int number, Map<String, Class<?>> fields) {
    String className = NAME + number;
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        className.replace('.', '/'),
        null,
        "java/lang/Object",
        null);
    fields.forEach(
        (name, type) ->
            writer
                .visitField(Opcodes.ACC_PUBLIC, name, Type.getDescriptor(type), null, null)
                .visitEnd());
    MethodVisitor constructor = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitCode();
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(0, 0);
    constructor.visitEnd();
    writer.visitEnd();
    byte[] bytes = writer.toByteArray();
    ClassLoader parent = FormClass.class.getClassLoader();
    return new FormClass(parent).defineClass(className, bytes, 0, bytes.length);
  }
}
